import { type Defect, NO_DEFECT } from './defect.ts';
import { playItem } from './playItem.ts';
import { addTo, noTally, type Tally } from './tally.ts';

const LAST_SEED = 0xffff_ffff;

/**
 * Plays so many items, of the seeds from the first on: one after another, since each has the processor's caches to itself
 * then, and is forgotten while it is young. Whatever is thrown counts as a problem of its item.
 */
export async function playItems(first: number, meetings: number, defect: Defect = NO_DEFECT): Promise<Tally> {
  const tally = noTally();
  for (let begun = 0; begun < meetings; begun += 1) {
    const seed = (first + begun) & LAST_SEED;
    addTo(tally, await playOne(seed >>> 0, defect));
  }
  return tally;
}

async function playOne(seed: number, defect: Defect): Promise<Tally> {
  try {
    const { counts, problems } = await playItem(seed, defect);
    return {
      ...counts,
      faults: { ...counts.faults },
      meetings: 1,
      failures: problems.length === 0 ? [] : [{ seed, problems }],
    };
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...noTally(), meetings: 1, failures: [{ seed, problems: [problem] }] };
  }
}
