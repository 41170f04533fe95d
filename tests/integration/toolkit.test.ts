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
import { SCOPE_ID, textOf, type Toolkit, toolkitFaults } from '../support/toolkitFaults.ts';

/** The package that the Toolkit itself reads these files with. */
const SCHEMA = {
  spec: '@microsoft/teamsfx-core@3.1.3',
  integrity: 'sha512-FnNzDGblM24//EWVAjY8BHP+sempRlTrAK+PR5SWvJK0r8IGBAZDjsT+PMh1a5Oi2C5n/njgnH+i8TKaBTky7g==',
  path: 'resource/yaml-schema/v1.13/yaml.schema.json',
};

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
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

  it('say in words what a step is for where its action does not, and what it is to do where that can be left out', () => {
    const { provision = [], deploy = [], publish = [] } = toolkit('m365agents.yml');
    expect([provision, deploy, publish].map((stage) => stage.flatMap(({ name }) => name ?? []))).toEqual([
      [
        'App registration',
        'Azure resources',
        'The identity vouches for the registration',
        'Sign-in of the tab',
        'Values of the deployment',
        'Package for Teams',
        'App in the Developer Portal',
      ],
      ['Build', 'Pack', 'Publish to Azure'],
      ['Package for Teams'],
    ]);
    const [create, azure, , , values] = provision;
    // As `az ad sp create` in docs/deploy.md.
    expect(create?.with).toMatchObject({ generateServicePrincipal: true });
    // Else the Bicep of the day reads the files.
    expect(azure?.with).toMatchObject({ bicepCliVersion: expect.stringMatching(/^v\d+\.\d+\.\d+$/) as string });
    // One id for both: the package's manifest has the registration's as its own.
    expect(values?.with).toMatchObject({ envs: { TEAMS_APP_ID: '${{APP_ID}}' } });
    expect(manifest.id).toBe('${{APP_ID}}');
  });

  it.each(files)('find the values of a deployment where the package does: %s', (file) => {
    expect(toolkit(file)).toHaveProperty('environmentFolderPath', './env');
    expect(existsSync(join(ROOT, 'env/.env.example'))).toBe(true);
    // What the Toolkit writes for one machine alone is not shared.
    expect(read('env/.gitignore')).toMatch(/^\.env\.\*\.user$/m);
  });

  it.each(['m365agents.local.yml', 'm365agents.playground.yml'])('build what runs on one machine: %s', (file) => {
    const { provision, publish, deploy } = toolkit(file);
    expect([provision, publish]).toEqual([undefined, undefined]);
    expect(deploy).toEqual([{ name: 'Build', uses: 'cli/runNpmCommand', with: { args: 'run build' } }]);
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
    expect(parameters).toEqual({
      ...example,
      parameters: {
        ...example.parameters,
        name: { value: '${{RESOURCE_NAME}}' },
        appId: { value: '${{APP_ID}}' },
        channelReading: { value: '${{CHANNEL_READING}}' },
        alertEmail: { value: '${{ALERT_EMAIL}}' },
      },
    });
  });

  it('is told to Azure in the form that it reads, each with a value of the kind that main.bicep takes', () => {
    expect(example).toMatchObject({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      contentVersion: '1.0.0.0',
    });
    const main = read('infra/azure/main.bicep');
    for (const [name, given] of Object.entries(example.parameters)) {
      const type = new RegExp(`^param ${name} (\\w+)`, 'm').exec(main)?.[1];
      expect([name, typeof given.value]).toEqual([name, type === 'int' ? 'number' : type]);
    }
    expect(example.parameters.tags.value).toEqual({ system: manifest.name.short });
  });

  it('registers the address that the package names, the scope, and the two Teams clients, as docs/deploy.md does', () => {
    const { api, ...registered } = registration;
    expect(registered).toEqual({
      id: '${{APP_OBJECT_ID}}',
      appId: manifest.webApplicationInfo.id,
      displayName: 'MED-dialog',
      signInAudience: 'AzureADMyOrg',
      identifierUris: [manifest.webApplicationInfo.resource],
      // What it may read is granted by a team's owner.
      requiredResourceAccess: [],
    });
    const docs = read('docs/deploy.md');
    const body = /--body "(\{\n {2}\\"identifierUris[^]*?\n\})"/.exec(docs)?.[1] ?? '{}';
    const written = JSON.parse(body.replaceAll('\\"', '"')) as { api: Pick<typeof api, 'oauth2PermissionScopes'> };
    expect(written.api.oauth2PermissionScopes).toHaveLength(1);
    const scopes = written.api.oauth2PermissionScopes.map((scope) => ({ ...scope, id: `\${{${SCOPE_ID}}}` }));
    expect(api).toMatchObject({ ...written.api, oauth2PermissionScopes: scopes });
    expect(scopes[0]?.value).toBe('access_as_user');
    const clients = [...docs.matchAll(/\\"appId\\": \\"([0-9a-f-]{36})\\"/g)].map(([, id]) => id);
    expect(clients).toHaveLength(2);
    expect(api.preAuthorizedApplications).toEqual(
      clients.map((appId) => ({ appId, delegatedPermissionIds: [`\${{${SCOPE_ID}}}`] })),
    );
  });
});
