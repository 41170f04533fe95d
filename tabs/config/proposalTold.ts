import { listOf } from '../app/listOf.ts';
import type { Setup } from './setupDraft.ts';
import type { SetupText } from './useSetupText.ts';

export type Proposal = NonNullable<Setup['proposal']>;

/** What has become of a proposal, in words. */
export interface Told {
  readonly words: string;
  /** What is other than it was. */
  readonly changes: readonly string[];
  /** Sentences after that. */
  readonly after: readonly string[];
}

/** A sentence with nothing to add. */
export const toldIn = (words: string): Told => ({ words, changes: [], after: [] });

/** As one hears it, in one go. */
export const spoken = ({ words, changes, after }: Told): string =>
  [words, ...changes.map((change) => `${change}.`), ...after].join(' ');

/**
 * What a proposal changes, in words, and what stands there without it: whoever says yes or no should not have to remember
 * who loses a seat. `instead`: nothing is changed yet; `before`: it is.
 */
export function changesIn(
  setup: Setup,
  proposal: Proposal,
  text: SetupText,
  as: 'instead' | 'before' = 'instead',
): readonly string[] {
  const people = (['chair', 'deputy', 'leads'] as const).flatMap((seat) => {
    const [before, wanted] = [setup[seat], proposal[seat]];
    if (before?.person === wanted?.person) return [];
    const change = text(`who.${seat}`, { name: wanted?.name ?? text('waiting.nobody') });
    return [before === undefined ? change : text(`waiting.${as}`, { change, before: before.name })];
  });
  return proposal.names === setup.names ? people : [...people, text(`waiting.names.${proposal.names}`)];
}

/** What has become of a proposal that does not wait any more, as whoever did not decide it reads it. */
export function outcomeOf(before: Setup, proposal: Proposal, now: Setup, text: SetupText): Told {
  if (!isDone(proposal, now)) return toldIn(text('waiting.said.no'));
  const names = [before.chair, before.deputy]
    .filter((one) => one !== undefined && !proposal.agreed.includes(one.person))
    .flatMap((one) => one?.name ?? []);
  const by = names.length > 0 ? text('waiting.done.by', { names: listOf(names, text.language) }) : text('waiting.done');
  return changed(`${by} ${text('waiting.done.what')}`, before, proposal, text);
}

/** What the yes of whoever was the last to give it has made of the setup. */
export const agreedTo = (before: Setup, proposal: Proposal, text: SetupText): Told =>
  changed(text('waiting.said.agreed'), before, proposal, text);

/** Names are changed for what comes, not for what has been written. */
const changed = (words: string, before: Setup, proposal: Proposal, text: SetupText): Told => ({
  words,
  changes: changesIn(before, proposal, text, 'before'),
  after: proposal.names === before.names ? [] : [text('waiting.from')],
});

/** Whether a setup is what was proposed. */
export const isDone = (proposal: Proposal, now: Setup): boolean =>
  now.names === proposal.names &&
  (['chair', 'deputy', 'leads'] as const).every((seat) => now[seat]?.person === proposal[seat]?.person);
