import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import example from '../../infra/azure/example.parameters.json' with { type: 'json' };
import registration from '../../infra/azure/registration.json' with { type: 'json' };
import parameters from '../../infra/azure/toolkit.parameters.json' with { type: 'json' };
import { npmFile } from '../../infra/tools/npmFile.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import { schemaFaults } from '../../infra/tools/schemaFaults.ts';
import { SCOPE_ID, scriptFaults, textOf, type Toolkit, toolkitFaults } from '../support/toolkitFaults.ts';

/** The package that the Toolkit itself reads these files with. */
const SCHEMA = {
  spec: '@microsoft/teamsfx-core@3.1.3',
  integrity: 'sha512-FnNzDGblM24//EWVAjY8BHP+sempRlTrAK+PR5SWvJK0r8IGBAZDjsT+PMh1a5Oi2C5n/njgnH+i8TKaBTky7g==',
  path: 'resource/yaml-schema/v1.13/yaml.schema.json',
};

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
const toolkit = (file: string): Toolkit => parse(read(file)) as Toolkit;
const files = readdirSync(ROOT).filter((name) => /^m365agents.*\.yml$/.test(name));

describe('the Agents Toolkit’s files', () => {
  let schema: object;
  beforeAll(async () => {
    schema = JSON.parse(await npmFile(SCHEMA)) as object;
  }, 300_000);

  it.each(files)('are what its own schema asks for: %s', (file) => {
    expect(schemaFaults(schema, toolkit(file))).toEqual([]);
  });

  it('are there for a tenant and for this machine', () => {
    expect(files.toSorted()).toEqual(['m365agents.local.yml', 'm365agents.playground.yml', 'm365agents.yml']);
    // Without one the Toolkit writes its own into the file.
    expect(toolkit('m365agents.yml')).toHaveProperty('projectId');
  });

  it('are held against a schema that refuses', () => {
    const stages = toolkit('m365agents.yml');
    expect(schemaFaults(schema, { ...stages, version: 'v1.12' })).toContainEqual(expect.stringContaining('/version'));
    expect(schemaFaults(schema, { ...stages, deploy: [{ uses: 'az/login' }] }).length).toBeGreaterThan(0);
    const [create, ...rest] = stages.provision ?? [];
    const secret = { ...create, with: { ...create?.with, generateClientSecret: true } };
    expect(schemaFaults(schema, { ...stages, provision: [secret, ...rest] }).length).toBeGreaterThan(0);
  });

  it.each(files)('want nothing that is not there by then, and run scripts that there are: %s', (file) => {
    expect(toolkitFaults(toolkit(file))).toEqual([]);
  });

  it('are read so that each thing that is missing is found', () => {
    const stages = toolkit('m365agents.yml');
    const without = (uses: string, stage: keyof Toolkit = 'provision') =>
      toolkitFaults({ ...stages, [stage]: stages[stage]?.filter((action) => action.uses !== uses) });
    expect(without('aadApp/create')).toContain('provision: arm/deploy: APP_ID');
    expect(without('arm/deploy')).toContain('provision: script: IDENTITYPRINCIPALID');
    expect(without('arm/deploy')).toContain('deploy: azureFunctions/zipDeploy: FUNCTIONSID');
    expect(without('file/createOrUpdateEnvironmentFile')).toContain('provision: script: HOST in the file');
    expect(without('script', 'publish')).toEqual([]);
    expect(without('script')).toContain('provision: teamsApp/update: dist/appPackage.zip');
    expect(without('cli/runNpmCommand', 'deploy')).toContain('deploy: azureFunctions/zipDeploy: dist/functions');
    expect(without('azureFunctions/zipDeploy', 'deploy')).toContain('deploy: script: dist/functions.zip');
    const gone = { uses: 'cli/runNpmCommand', with: { args: 'run gone', manifestPath: './infra/azure/gone.json' } };
    expect(toolkitFaults({ deploy: [gone] })).toEqual([
      'deploy: cli/runNpmCommand: infra/azure/gone.json',
      'deploy: cli/runNpmCommand: there is no script gone',
    ]);
  });

  it('provision, deploy and publish in this order, and let the identity vouch for the registration', () => {
    const { provision = [], deploy = [], publish = [] } = toolkit('m365agents.yml');
    expect([provision, deploy, publish].map((stage) => stage.map(({ uses }) => uses))).toEqual([
      [
        'aadApp/create',
        'arm/deploy',
        'script',
        'aadApp/update',
        'file/createOrUpdateEnvironmentFile',
        'script',
        'teamsApp/create',
        'teamsApp/validateAppPackage',
        'teamsApp/update',
      ],
      ['cli/runNpmCommand', 'azureFunctions/zipDeploy', 'script'],
      ['script', 'teamsApp/validateAppPackage', 'teamsApp/publishAppPackage'],
    ]);
    expect(textOf(provision[2] ?? { uses: '', with: {} }, 'run')).toBe(
      'node infra/enter.mjs infra/tools/federate.ts --app ${{APP_ID}} --tenant ${{TENANT_ID}} --principal ${{IDENTITYPRINCIPALID}}',
    );
  });

  it('pack only, and leave publishing to az: the Toolkit’s way does not reach a Flex Consumption app', () => {
    const [, pack, publish] = toolkit('m365agents.yml').deploy ?? [];
    expect(pack?.with).toMatchObject({ dryRun: true, artifactFolder: './dist/functions' });
    expect(publish && textOf(publish, 'run')).toMatch(/^az functionapp deployment source config-zip /);
  });

  it('run commands that read the same in bash, cmd and PowerShell', () => {
    const commands = files
      .flatMap((file) => Object.values(toolkit(file)).flat())
      .map((action) => textOf(action, 'run'));
    expect(commands.filter(Boolean).length).toBeGreaterThan(3);
    // PowerShell takes a lone `--` away, and each has its own quotation marks, variables and joints.
    for (const command of commands) expect(command.replaceAll(/\$\{\{\w+\}\}/g, 'x')).toMatch(/^(?!.* -- )[\w ./-]*$/);
  });

  it('hold no secret and ask for none', () => {
    for (const file of [...files, 'env/.env.example', 'infra/azure/registration.json'])
      expect(read(file)).not.toMatch(
        /SECRET_|generateClientSecret: true|clientSecret:|passwordCredentials|keyCredentials/,
      );
  });
});

describe('what the Toolkit fills in', () => {
  it('has the parameters of the example, each that differs between deployments by name', () => {
    expect(Object.keys(parameters.parameters).sort()).toEqual(Object.keys(example.parameters).sort());
    const { name, appId, channelReading, alertEmail, ...same } = parameters.parameters;
    expect([name.value, appId.value, channelReading.value, alertEmail.value]).toEqual([
      '${{RESOURCE_NAME}}',
      '${{APP_ID}}',
      '${{CHANNEL_READING}}',
      '${{ALERT_EMAIL}}',
    ]);
    expect(example.parameters).toMatchObject(same);
  });

  it('registers the address that the package names, the scope, and the two Teams clients, as docs/deploy.md does', () => {
    const { api, identifierUris, signInAudience } = registration;
    expect([identifierUris, signInAudience]).toEqual([[manifest.webApplicationInfo.resource], 'AzureADMyOrg']);
    const docs = read('docs/deploy.md');
    const [scope, ...more] = api.oauth2PermissionScopes;
    expect([more, scope?.id, scope?.value]).toEqual([[], `\${{${SCOPE_ID}}}`, 'access_as_user']);
    for (const text of Object.values(scope ?? {}).filter((value) => typeof value === 'string' && value.includes(' ')))
      expect(docs).toContain(`\\"${String(text)}\\"`);
    const clients = [...docs.matchAll(/\\"appId\\": \\"([0-9a-f-]{36})\\"/g)].map(([, id]) => id);
    expect(clients).toHaveLength(2);
    expect(api.preAuthorizedApplications).toEqual(
      clients.map((appId) => ({ appId, delegatedPermissionIds: [`\${{${SCOPE_ID}}}`] })),
    );
  });
});

describe('VS Code', () => {
  const { configurations } = json('.vscode/launch.json') as {
    configurations: { runtimeArgs: string[]; serverReadyAction: { pattern: string } }[];
  };
  const { tasks } = json('.vscode/tasks.json') as { tasks: { script?: string; args?: string[] }[] };

  it('starts, builds and tests with scripts that there are', () => {
    const started = configurations.map(({ runtimeArgs }) => runtimeArgs.at(-1) ?? 'none');
    expect(started).toEqual(['start', 'dev', 'playground']);
    const run = tasks.flatMap(({ script }) => script ?? []);
    expect(run.length).toBeGreaterThan(2);
    expect(scriptFaults([...started, ...run])).toEqual([]);
    expect(scriptFaults(['gone'])).toEqual(['there is no script gone']);
    const tools = tasks.flatMap(({ args = [] }) => args.filter((arg) => arg.startsWith('infra/')));
    expect(tools.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('opens the page that npm start names at last, and not the address of a part', () => {
    expect(read('infra/local/start.ts')).toContain('console.log(`\\n  ${local.url}\\n`)');
    expect(read('infra/local/playground.ts')).toContain('console.log(`\\n  ${started.url}  ');
    for (const { serverReadyAction } of configurations) {
      const pattern = new RegExp(serverReadyAction.pattern);
      expect(pattern.exec('  http://127.0.0.1:4300')?.[1]).toBe('http://127.0.0.1:4300');
      expect(pattern.test('  2.1 s  Stand-in for Teams at http://127.0.0.1:4300')).toBe(false);
    }
  });
});
