import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { federate, type RunAz } from './federate.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '99999999-8888-4777-8666-555555555555';
const PRINCIPAL = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const ARGS = ['--app', APP, '--tenant', TENANT, '--principal', PRINCIPAL];

/** An `az` that does only what it is told to be able to do, and notes what it was asked. */
function azThat(can: readonly string[]) {
  const asked: { readonly verb: string; readonly args: readonly string[]; readonly file: unknown }[] = [];
  const runAz: RunAz = (args) => {
    const verb = args[3] ?? '';
    const path = args[args.indexOf('--parameters') + 1] ?? '';
    asked.push({ verb, args, file: JSON.parse(readFileSync(path, 'utf8')) });
    return can.includes(verb) ? 'done' : 'failed';
  };
  return { asked, runAz };
}

describe('federate', () => {
  it('lets the managed identity of the tenant vouch for the registration', async () => {
    const { asked, runAz } = azThat(['create']);
    await federate(ARGS, runAz);
    expect(asked.map(({ verb }) => verb)).toEqual(['update', 'create']);
    expect(asked[1]?.args.slice(0, 6)).toEqual(['ad', 'app', 'federated-credential', 'create', '--id', APP]);
    expect(asked[1]?.file).toEqual({
      name: 'managed-identity',
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      subject: PRINCIPAL,
      audiences: ['api://AzureADTokenExchange'],
    });
  });

  it('says it again where it was said before, instead of failing', async () => {
    const { asked, runAz } = azThat(['update']);
    await federate(ARGS, runAz);
    expect(asked).toMatchObject([{ verb: 'update', file: { subject: PRINCIPAL } }]);
    expect(asked[0]?.args).toContain('managed-identity');
  });

  it('fails where az can do neither', async () => {
    await expect(federate(ARGS, azThat([]).runAz)).rejects.toThrow('az login');
  });

  it('asks az nothing with a value that is no id, and says which', async () => {
    const { asked, runAz } = azThat(['create']);
    const wrong = federate(['--app', APP, '--tenant', '${{TENANT_ID}}'], runAz);
    await expect(wrong).rejects.toThrow(/^--tenant takes .*\n--principal takes /);
    expect(asked).toEqual([]);
  });
});
