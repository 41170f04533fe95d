import { type Defect, NO_DEFECT } from './defect.ts';
import { playItem } from './playItem.ts';
import { addTo, noTally, type Tally } from './tally.ts';

/** Items that are played at the same time: between two steps of one there is room for a step of the others. */
const AT_ONCE = 8;
const LAST_SEED = 0xffff_ffff;

/** Plays so many items, of the seeds from the first on. Whatever is thrown counts as a problem of its item. */
export async function playItems(first: number, meetings: number, defect: Defect = NO_DEFECT): Promise<Tally> {
  const tally = noTally();
  let begun = 0;
  const playOn = async (): Promise<void> => {
    while (begun < meetings) {
      const seed = (first + begun) & LAST_SEED;
      begun += 1;
      addTo(tally, await playOne(seed >>> 0, defect));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playOn));
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
