import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { compileContent } from '../../infra/tools/compileContent.ts';
import { requireNode } from '../../infra/tools/requireNode.ts';
import { type Figure, megabytes, type Outcome, summary } from './figures.ts';
import { coldStart } from './coldStart.ts';
import { intake } from './intake.ts';
import { panelAnswers } from './panelAnswers.ts';
import { panelSize } from './panelSize.ts';
import { panelSpeed } from './panelSpeed.ts';
import { replyToPanel } from './replyToPanel.ts';
import { startUp } from './startUp.ts';
import { writes } from './writes.ts';

requireNode();

const BENCHMARKS: Readonly<Record<string, () => Promise<Outcome>>> = {
  replyToPanel,
  panelAnswers,
  intake,
  writes,
  panelSize,
  panelSpeed,
  startUp,
  coldStart,
};

process.exitCode = await main(process.argv.slice(2));

/**
 * Runs the benchmarks that are named, or all. Figures are told and not judged by the exit code, since machines differ;
 * it is 1 only where something was wrong or lost, and 2 for a name that nobody knows.
 */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => BENCHMARKS[name] === undefined);
  if (unknown.length > 0) {
    console.error(`No benchmark of that name: ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}`);
    return 2;
  }
  console.log(machine());
  console.log(await compileContent());
  const figures: Figure[] = [];
  const faults: string[] = [];
  for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n== ${name}`);
    const outcome = await benchmark().catch((error: unknown): Outcome => ({ figures: [], faults: [String(error)] }));
    figures.push(...outcome.figures);
    faults.push(...outcome.faults.map((fault) => `${name}: ${fault}`));
  }
  console.log(`\n== Summary\n${machine()}\n\n${summary(figures)}`);
  for (const fault of faults) console.error(`FAULT  ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const cores = `${availableParallelism()} cores (${model}), ${megabytes(totalmem())}`;
  return `Node ${process.version}, ${platform()} ${arch()}, ${cores}, load ${load} now`;
}
