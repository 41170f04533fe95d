import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { requireNode } from './requireNode.ts';

/** Who vouches for whom: all three are ids of Entra. */
const Trust = z.strictObject({
  /** Client id of the app registration. */
  app: z.guid('--app takes the client id of the app registration'),
  tenant: z.guid('--tenant takes the id of the tenant'),
  /** Principal id of the managed identity. */
  principal: z.guid('--principal takes the principal id of the managed identity'),
});

/** Runs `az` to its end; where it fails quietly, nobody is told why. */
export type RunAz = (args: readonly string[], how: 'aloud' | 'quietly') => 'done' | 'failed';

const NAME = 'managed-identity';

/**
 * Lets the managed identity vouch for the app registration (docs/deploy.md, step 3). Where it is said again, it stands
 * as it is said now: whoever provisions twice is not stopped by what the first time made.
 * @param args `--app ID --tenant ID --principal ID`
 * @throws {Error} a line for each argument that is wrong, or that `az` could not do it (it has said why)
 */
export async function federate(args: readonly string[], runAz: RunAz = az): Promise<void> {
  const { app, tenant, principal } = readTrust(args);
  const folder = await mkdtemp(join(tmpdir(), 'med-dialog-federate-'));
  try {
    // In a file: each shell, and `az` on Windows, has another way with quotation marks.
    const file = join(folder, 'credential.json');
    await writeFile(file, JSON.stringify(vouching(tenant, principal), null, 2));
    const credential = ['ad', 'app', 'federated-credential'];
    const about = ['--id', app, '--parameters', file];
    // It fails the first time, when there is nothing to update.
    if (runAz([...credential, 'update', '--federated-credential-id', NAME, ...about], 'quietly') === 'done') return;
    if (runAz([...credential, 'create', ...about], 'aloud') === 'failed')
      throw new Error(
        'az did not add the federated credential. Is it installed, and signed in to this tenant (az login)?',
      );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const vouching = (tenant: string, principal: string): object => ({
  name: NAME,
  issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
  subject: principal,
  audiences: ['api://AzureADTokenExchange'],
});

function readTrust(args: readonly string[]): z.output<typeof Trust> {
  const option = { type: 'string', default: '' } as const;
  const { values } = parseArgs({ args: [...args], options: { app: option, tenant: option, principal: option } });
  const read = Trust.safeParse(values);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
}

function az(args: readonly string[], how: 'aloud' | 'quietly'): 'done' | 'failed' {
  // On Windows it is a batch file, which needs a shell; what is handed to it are ids, and the path of a temporary file.
  const isWindows = process.platform === 'win32';
  const quoted = args.map((arg) => (isWindows && arg.includes(' ') ? `"${arg}"` : arg));
  const stdio = how === 'aloud' ? 'inherit' : 'ignore';
  return spawnSync('az', quoted, { stdio, shell: isWindows }).status === 0 ? 'done' : 'failed';
}

if (import.meta.main) {
  requireNode();
  try {
    await federate(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
