import { listOf } from '../app/listOf.ts';
import type { Setup } from './setupDraft.ts';
import type { SetupText } from './useSetupText.ts';

export type Proposal = NonNullable<Setup['proposal']>;

/** What would be other than it is, in words. */
export function changesIn(setup: Setup, proposal: Proposal, text: SetupText): readonly string[] {
  const people = (
    [
      ['chair', 'who.chair'],
      ['deputy', 'who.deputy'],
      ['leads', 'waiting.leads'],
    ] as const
  ).flatMap(([seat, key]) =>
    setup[seat]?.person === proposal[seat]?.person
      ? []
      : [text(key, { name: proposal[seat]?.name ?? text('waiting.nobody') })],
  );
  return proposal.names === setup.names ? people : [...people, text(`waiting.names.${proposal.names}`)];
}

/** What has become of a proposal that does not wait any more, as whoever did not decide it reads it. */
export function outcomeOf(before: Setup, proposal: Proposal, now: Setup, text: SetupText): string {
  if (!isDone(proposal, now)) return text('waiting.said.no');
  const names = [before.chair, before.deputy]
    .filter((one) => one !== undefined && !proposal.agreed.includes(one.person))
    .flatMap((one) => one?.name ?? []);
  return [
    names.length > 0 ? text('waiting.done.by', { names: listOf(names, text.language) }) : text('waiting.done'),
    text('waiting.done.what', { changes: joined(before, proposal, text) }),
    ...since(before, proposal, text),
  ].join(' ');
}

/** What the yes of whoever was the last to give it has made of the setup. */
export const agreedTo = (before: Setup, proposal: Proposal, text: SetupText): string =>
  [text('waiting.said.agreed', { changes: joined(before, proposal, text) }), ...since(before, proposal, text)].join(
    ' ',
  );

const joined = (before: Setup, proposal: Proposal, text: SetupText): string =>
  changesIn(before, proposal, text).join('. ');

/** Names are changed for what comes, not for what has been written. */
const since = (before: Setup, proposal: Proposal, text: SetupText): readonly string[] =>
  proposal.names === before.names ? [] : [text('waiting.from')];

/** Whether a setup is what was proposed. */
export const isDone = (proposal: Proposal, now: Setup): boolean =>
  now.names === proposal.names &&
  (['chair', 'deputy', 'leads'] as const).every((seat) => now[seat]?.person === proposal[seat]?.person);
