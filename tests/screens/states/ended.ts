import { at } from '../../../tabs/testing/views.ts';
import type { State } from '../State.ts';
import { answers, plan, round, viewOfItem } from './samples.ts';

const closed = { status: 'closed', closedAt: at('10:40') } as const;
const DIGEST = { key: 'z!p!digest!1', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/2' } as const;
const ended = {
  status: 'ended',
  endedAt: at('10:45'),
  plan: plan('closed', 'skipped', 'skipped'),
  round: round({ ...closed, answers: answers(2) }),
  digest: DIGEST,
} as const;
const mine = { text: 'En makker den første uge.', at: at('10:38'), late: false, revision: 1 };

/** An item that is over, as everybody sees it in the panel. */
export const ENDED: readonly State[] = [
  { name: 'ended', page: 'panel', shows: 'item.digest.open', view: viewOfItem(ended) },
  {
    name: 'ended-minutes',
    page: 'panel',
    shows: 'history.copy',
    view: viewOfItem(ended),
  },
  {
    name: 'ended-nothing-put',
    page: 'panel',
    shows: 'item.noDigest',
    view: viewOfItem({ ...ended, plan: plan('skipped', 'skipped', 'skipped'), round: undefined, digest: undefined }),
  },
  {
    name: 'ended-answered',
    page: 'panel',
    shows: 'answer.delete',
    view: viewOfItem({ ...ended, round: round({ ...closed, mine, answers: answers(2) }) }),
  },
  {
    name: 'ended-owner',
    page: 'panel',
    shows: 'open.begin',
    view: { ...viewOfItem(ended), you: { name: 'Anna Holm', mayOpen: true } },
  },
  ...(['sending', 'unknown', 'blocked', 'dropped'] as const).map((status): State => ({
    name: `ended-digest-${status}`,
    page: 'panel',
    shows: [`post.digest.${status}`, { name: 'Lone Krogh' }],
    view: viewOfItem({ ...ended, digest: { key: DIGEST.key, status } }),
  })),
];
