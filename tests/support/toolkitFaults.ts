import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ROOT } from '../../infra/tools/runTool.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** What the Toolkit does, in the order in which it is done. */
const STAGES = ['provision', 'deploy', 'publish'] as const;
/** The scope's id: made by the very action that reads it, where there is none yet. */
export const SCOPE_ID = 'AAD_APP_ACCESS_AS_USER_PERMISSION_ID';

/** A step of a stage, as `m365agents*.yml` has it. */
export interface Action {
  readonly name?: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
/** Such a file, read. */
export type Toolkit = { readonly [Stage in (typeof STAGES)[number]]?: readonly Action[] };

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** All texts in an action's arguments, with the name of each. */
function textsIn(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, key));
}

/** What an action's argument of that name says; empty where there is none. */
export const textOf = ({ with: given }: Action, name: string): string =>
  textsIn(given).find(([key]) => key === name)?.[1] ?? '';
const runs = (action: Action, tool: string): boolean => textOf(action, 'run').includes(tool);

const NAMES_A_PATH = ['path', 'parameters', 'manifestPath', 'artifactFolder', 'appPackagePath'];

/** From the project's root. */
function pathsOf(action: Action): readonly string[] {
  const named = textsIn(action.with).filter(([key]) => NAMES_A_PATH.includes(key));
  const inCommand = all(textOf(action, 'run'), /((?:infra|dist|tests)\/[\w./-]+)/g);
  return [...named.map(([, path]) => path.replace(/^\.\//, '')), ...inCommand];
}

function variablesOf(action: Action): readonly string[] {
  const filledIn = pathsOf(action).filter((path) => path.endsWith('.json') && existsSync(join(ROOT, path)));
  const text = [JSON.stringify(action.with), ...filledIn.map(read)].join('\n');
  const own = action.uses === 'aadApp/update' ? [SCOPE_ID] : [];
  return all(text, /\$\{\{(\w+)\}\}/g).filter((name) => !own.includes(name));
}

function givenBy(action: Action): readonly string[] {
  const written = Object.values(action.writeToEnvironmentFile ?? {});
  const { envs = {} } = action.with as { envs?: object };
  // As arm/deploy writes them.
  const outputs = action.uses === 'arm/deploy' ? all(read(textOf(action, 'path')), /^output (\w+) /gm) : [];
  return [...written, ...Object.keys(envs), ...outputs.map((name) => name.toUpperCase())];
}

function madeBy(action: Action): readonly string[] {
  const built = action.uses === 'cli/runNpmCommand' && textOf(action, 'args') === 'run build' ? ['dist/functions'] : [];
  const packed = runs(action, 'infra/tools/package.ts') ? ['dist/appPackage.zip'] : [];
  return [...built, ...packed, textOf(action, 'outputZipFile').replace(/^\.\//, '')];
}

/** A line for each script that `package.json` does not have. */
export const scriptFaults = (scripts: readonly string[]): string[] =>
  scripts.filter((script) => !(script in packageJson.scripts)).map((script) => `there is no script ${script}`);

/**
 * What the actions of a file want that is not there by then: a variable that nobody filled in and nothing before gave, a
 * path, a script. A line each: `stage: action: what is missing`.
 */
export function toolkitFaults(stages: Toolkit): readonly string[] {
  // What a person fills in; client id and host name are the Toolkit's to find out.
  const { APP_ID, HOST, ...filledIn } = parseEnv(read('env/.env.example'));
  const given = new Set(['TEAMSFX_ENV', ...Object.keys(filledIn)]);
  if (APP_ID !== '' || HOST !== '') throw new Error('env/.env.example does not leave APP_ID and HOST empty');
  const made = new Set<string>();
  return STAGES.flatMap((stage) => {
    // The Toolkit writes what actions give to the file when a stage is over.
    const inFile = new Set(given);
    return (stages[stage] ?? []).flatMap((action) => {
      const packageReads = runs(action, 'infra/tools/package.ts') ? ['APP_ID', 'HOST'] : [];
      const faults = [
        ...variablesOf(action).filter((name) => !given.has(name)),
        ...packageReads.filter((name) => !inFile.has(name)).map((name) => `${name} in the file`),
        ...pathsOf(action).filter(
          (path) => !(path.startsWith('dist/') ? made.has(path) : existsSync(join(ROOT, path))),
        ),
        ...scriptFaults(all(textOf(action, 'args'), /^run (\S+)/g)),
      ];
      for (const name of givenBy(action)) given.add(name);
      for (const path of madeBy(action)) made.add(path);
      if (action.uses === 'file/createOrUpdateEnvironmentFile') for (const name of givenBy(action)) inFile.add(name);
      return faults.map((fault) => `${stage}: ${action.uses}: ${fault}`);
    });
  });
}
