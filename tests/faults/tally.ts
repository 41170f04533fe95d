import { type Counts, noCounts } from './counts.ts';

/** An item in which something was not as it should be. */
export interface Failure {
  readonly seed: number;
  readonly problems: readonly string[];
}

/** What came of some items. */
export interface Tally extends Omit<Counts, 'faults'> {
  meetings: number;
  faults: Record<string, number>;
  readonly failures: Failure[];
}

export const noTally = (): Tally => ({ ...noCounts(), meetings: 0, faults: {}, failures: [] });

/** Adds what came of other items to a tally. */
export function addTo(tally: Tally, more: Tally): void {
  tally.meetings += more.meetings;
  tally.echoesUnsettled += more.echoesUnsettled;
  for (const group of ['faults', 'replies', 'unchecked', 'posts', 'digests'] as const)
    addCounts(tally[group], more[group]);
  tally.failures.push(...more.failures);
}

function addCounts(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
}
