import { runTool } from '../../infra/tools/runTool.ts';
import type { Outcome } from './figures.ts';

/** What the panel loads before its first view, beside the packages alone. The budget itself stands in the tool. */
export async function panelSize(): Promise<Outcome> {
  const { code, output } = await runTool('infra/tools/panelSize.ts');
  console.log(output.trimEnd());
  const found =
    /panel (?<panel>[\d.]+ kB), floor (?<floor>[\d.]+ kB), ratio (?<ratio>[\d.]+) of at most (?<most>[\d.]+)/;
  const { panel = '', floor = '', ratio = '', most = '' } = found.exec(output)?.groups ?? {};
  if (ratio === '') return { figures: [], faults: ['the panel could not be weighed'] };
  return {
    figures: [
      { name: 'panel before its first view, gzip', measured: panel },
      { name: 'floor: its packages alone, gzip', measured: floor },
      { name: 'panel ÷ floor', measured: ratio, bar: { wanted: `≤ ${most}`, met: Number(ratio) <= Number(most) } },
    ],
    faults: code === 0 || Number(ratio) > Number(most) ? [] : ['the panel loads early what it need not'],
  };
}
