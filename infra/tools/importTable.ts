import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, runTool } from './runTool.ts';

/** What came of holding the modules against the table in `.dependency-cruiser.cjs`. */
export interface ImportTableResult {
  /** How many modules of ours were read. */
  readonly modules: number;
  /** A line each: rule, importing module, imported module. */
  readonly broken: readonly string[];
  /** Rows of the table that no module is subject to: the table, or a folder's name, is not what it was. */
  readonly idle: readonly string[];
}

const Patterns = z.union([z.string(), z.array(z.string())]).transform((patterns) => [patterns].flat());

/** The part of dependency-cruiser's JSON (its types/cruise-result.d.mts) that is read here. */
const Cruised = z.object({
  modules: z.array(
    z.object({ source: z.string(), coreModule: z.boolean().optional(), couldNotResolve: z.boolean().optional() }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({
      forbidden: z.array(
        z.object({ name: z.string(), from: z.object({ path: Patterns.optional(), pathNot: Patterns.optional() }) }),
      ),
    }),
  }),
});

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';
const FOLDERS = ['bot', 'content', 'tabs', 'infra', 'tests'];

/**
 * Reads the imports of every module in a checkout's folders and judges them.
 * @throws {Error} with what the tool said, where it could not read them
 */
export async function importTable(
  checkout: string = ROOT,
  folders: readonly string[] = FOLDERS,
): Promise<ImportTableResult> {
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const { output } = await runTool(CRUISER, ['--config', config, '--output-type', 'json', ...folders], {
    folder: checkout,
  });
  if (!output.startsWith('{')) throw new Error(output);
  const { modules, summary } = Cruised.parse(JSON.parse(output));
  const own = modules.filter(
    ({ source, ...module }) =>
      module.coreModule !== true && module.couldNotResolve !== true && !source.includes('node_modules/'),
  );
  const reads = (path: readonly string[], pathNot: readonly string[]): boolean =>
    own.some(({ source }) => fits(source, path) && !fits(source, pathNot));
  return {
    modules: own.length,
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    idle: summary.ruleSetUsed.forbidden
      .filter(({ from }) => from.path !== undefined && !reads(from.path, from.pathNot ?? []))
      .map(({ name }) => name),
  };
}

const fits = (source: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => new RegExp(pattern).test(source));
