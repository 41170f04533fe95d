import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/runTool.ts';
import { scriptFaults } from '../support/toolkitFaults.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

describe('VS Code', () => {
  const { configurations, version } = json('.vscode/launch.json') as {
    configurations: { serverReadyAction: { pattern: string } }[];
    version: string;
  };

  it('starts the app in each of its ways, in its own terminal, and opens its page', () => {
    const how = ({ serverReadyAction: { pattern } = { pattern: '' } }: Partial<(typeof configurations)[number]>) => ({
      type: 'node',
      request: 'launch',
      runtimeExecutable: 'npm',
      cwd: '${workspaceFolder}',
      // Where it is stopped as in any terminal, and lets its parts end.
      console: 'integratedTerminal',
      // Stepping stays in the project's own code.
      skipFiles: ['<node_internals>/**', '**/node_modules/**'],
      serverReadyAction: { pattern, uriFormat: '%s', action: 'openExternally' },
    });
    expect([version, configurations]).toEqual([
      '0.2.0',
      [
        { name: 'MED-dialog on this machine', runtimeArgs: ['start'] },
        { name: 'MED-dialog on this machine, tabs from their sources', runtimeArgs: ['run', 'dev'] },
        { name: 'MED-dialog in Microsoft’s Agents Playground', runtimeArgs: ['run', 'playground'] },
      ].map((one, index) => ({ ...one, ...how(configurations[index] ?? {}) })),
    ]);
    expect(scriptFaults(['start', 'dev', 'playground', 'gone'])).toEqual(['there is no script gone']);
  });

  it('builds, tests, checks and packs with scripts and tools that there are', () => {
    const isDefault = (kind: string) => ({ kind, isDefault: true });
    const input = { id: 'environment', type: 'promptString', default: 'prod' };
    const packs = ['infra/enter.mjs', 'infra/tools/package.ts', '--env', `\${input:${input.id}}`];
    expect(json('.vscode/tasks.json')).toEqual({
      version: '2.0.0',
      tasks: [
        { label: 'Build', type: 'npm', script: 'build', group: isDefault('build') },
        { label: 'Test', type: 'npm', script: 'test', group: isDefault('test') },
        // What it finds is read in the terminal.
        { label: 'Check', type: 'npm', script: 'check', problemMatcher: [] },
        { label: 'Package for Teams', type: 'process', command: 'node', args: packs, problemMatcher: [] },
      ],
      inputs: [{ ...input, description: 'The deployment: NAME of env/.env.NAME' }],
    });
    expect(scriptFaults(['build', 'test', 'check'])).toEqual([]);
    expect(packs.filter((arg) => arg.startsWith('infra/') && !existsSync(join(ROOT, arg)))).toEqual([]);
  });

  it('is advised to have what reads the project’s own files, and nothing else', () => {
    const READS = {
      'TeamsDevApp.ms-teams-vscode-extension': 'm365agents.yml',
      'ms-azuretools.vscode-bicep': 'infra/azure/main.bicep',
      'dbaeumer.vscode-eslint': 'eslint.config.js',
      'esbenp.prettier-vscode': '.prettierrc.json',
      'vitest.explorer': 'vitest.config.ts',
    };
    expect(json('.vscode/extensions.json')).toEqual({ recommendations: Object.keys(READS) });
    for (const file of Object.values(READS)) expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
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
