import { table } from '../bench/figures.ts';
import { FAULTS } from './faults.ts';
import type { Failure, Tally } from './tally.ts';

/** Failed items that are told of one by one. */
const TOLD = 10;

/** The result as `--json` prints it. `unchecked`: of the replies that count as such, how many for which reason. */
export const resultOf = (tally: Tally, seconds: number) => ({
  meetings: tally.meetings,
  faults: faultsIn(tally),
  replies: tally.replies,
  posts: tally.posts,
  digests: tally.digests,
  seconds: Math.round(seconds * 10) / 10,
  unchecked: tally.unchecked,
  echoesUnsettled: tally.echoesUnsettled,
  failed: tally.failures.map(({ seed }) => seed),
});

const faultsIn = ({ faults }: Tally): number => Object.values(faults).reduce((sum, count) => sum + count, 0);

/** What can strike, and how a seed that failed is played again. */
interface Kind {
  readonly faults: Readonly<Record<string, { readonly outcome: string }>>;
  readonly again: (seed: number) => string;
}

const ITEMS: Kind = { faults: FAULTS, again: (seed) => `--seed ${seed} --meetings 1` };

/** The same for people: what struck how often, what came of it, and how a seed that failed is played again. */
export function summaryOf(tally: Tally, seconds: number, { faults, again }: Kind = ITEMS): string {
  const { replies, posts, digests, unchecked } = tally;
  const struck = Object.entries(faults).map(([name, { outcome }]) => [name, String(tally.faults[name] ?? 0), outcome]);
  const reasons = Object.entries(unchecked).map(([reason, count]) => `${reason} ${count}`);
  return [
    table([['fault', 'times', 'what must come of it'], ...struck]),
    '',
    `${tally.meetings} items, ${faultsIn(tally)} faults, ${seconds.toFixed(1)} s`,
    `replies: ${listed(replies)} (${reasons.join(', ')})`,
    `posts: ${listed(posts)}; besides ${tally.echoesUnsettled} echoes of which Teams told nothing, or which it refused`,
    `digests: ${listed(digests)}`,
    ...tally.failures
      .toSorted((one, other) => one.seed - other.seed)
      .slice(0, TOLD)
      .map((failure) => told(failure, again)),
    tally.failures.length === 0 ? 'all is well' : `${tally.failures.length} items FAILED`,
  ].join('\n');
}

const listed = (counts: object): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ');

const told = ({ seed, problems }: Failure, again: Kind['again']): string =>
  [`\nnpm run faults -- ${again(seed)}`, ...problems.map((problem) => `  ${problem}`)].join('\n');
