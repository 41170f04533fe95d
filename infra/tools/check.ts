import { readBicep } from './bicep.ts';
import { compileContent } from './compileContent.ts';
import { importTable } from './importTable.ts';
import { requireNode } from './requireNode.ts';
import { runTool, type ToolResult } from './runTool.ts';

requireNode();

/** One thing that is checked. `summary` says in a few words what was found where all is well. */
interface Check {
  readonly name: string;
  run: () => Promise<{ readonly result: 'passed' | 'failed'; readonly summary?: string; readonly output: string }>;
}

const tool = (name: string, script: string, args: readonly string[], summary?: (output: string) => string): Check => ({
  name,
  async run() {
    const { code, output }: ToolResult = await runTool(script, args);
    return { result: code === 0 ? 'passed' : 'failed', output, ...(summary && { summary: summary(output) }) };
  },
});

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

const CHECKS: readonly Check[] = [
  tool('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  tool('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  tool('types', 'node_modules/typescript/bin/tsc', ['--noEmit', '--project', '.']),
  {
    name: 'import table',
    async run() {
      const { modules, broken, idle } = await importTable();
      const problems = [...broken, ...idle.map((name) => `${name}: no module was read that this is about`)];
      const result = problems.length === 0 && modules > 0 ? 'passed' : 'failed';
      return { result, summary: `${modules} modules`, output: problems.join('\n') };
    },
  },
  {
    name: 'files for Azure',
    async run() {
      const files = await readBicep();
      const faults = files.flatMap((file) => file.faults);
      const result = faults.length === 0 && files.length > 0 ? 'passed' : 'failed';
      return { result, summary: `${files.length} files`, output: faults.join('\n') };
    },
  },
  tool('unused code', 'node_modules/knip/bin/knip.js', ['--no-progress']),
  tool('panel size', 'infra/tools/panelSize.ts', [], lastLine),
];

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    await compileContent();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  let failed = 0;
  for (const check of CHECKS) failed += (await report(check)) === 'passed' ? 0 : 1;
  console.log(failed === 0 ? 'All checks passed' : `${failed} of ${CHECKS.length} checks failed`);
  return failed === 0 ? 0 : 1;
}

async function report({ name, run }: Check): Promise<'passed' | 'failed'> {
  const began = performance.now();
  const { result, summary, output } = await run().catch((error: unknown) => ({
    result: 'failed' as const,
    summary: undefined,
    output: error instanceof Error ? error.message : String(error),
  }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${name.padEnd(12)} ${result}${summary === undefined ? '' : `  ${summary}`}`);
  if (result === 'failed') console.log(output.trimEnd());
  return result;
}
