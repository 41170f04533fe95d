import { type Answer, isPreparation, isWordless } from './answer.ts';
import { messageLink, threadLink } from './link.ts';
import { askedIn, type Meeting, roundOf } from './meeting.ts';
import { aheadPostKey, type Post, type PostState, questionPostKey } from './post.ts';

/** Where a committee's channel is, for links into Teams. */
export interface ChannelAddress {
  readonly tenant: string;
  readonly group: string;
}

/** Where a message of the bot stands: on its way, in the channel, refused, or not known. */
export interface PostView {
  readonly key: string;
  readonly status: 'sending' | 'sent' | 'blocked' | 'unknown' | 'dropped';
  /** Leads to the thread in Teams, once it is there. */
  readonly link?: string | undefined;
}

/** A message of which nobody knows whether it came into the channel, or that Teams refused: the facilitator settles it. */
export interface UnsettledView {
  readonly post: PostView & { readonly status: 'unknown' | 'blocked' };
  readonly of: 'question' | 'preparation' | 'digest';
  /** A question's position in the plan, or a page of the digest, from 1. */
  readonly number: number;
}

const STATUS: Record<PostState['status'], PostView['status']> = {
  due: 'sending',
  sending: 'sending',
  sent: 'sent',
  blocked: 'blocked',
  unknown: 'unknown',
  dropped: 'dropped',
  gone: 'dropped',
};

export function postView(meeting: Meeting, { key, state }: Post, address: ChannelAddress): PostView {
  const link =
    state.status === 'sent'
      ? threadLink({ committee: meeting.committee, root: state.place.root, ...address })
      : undefined;
  return { key, status: STATUS[state.status], link };
}

/** Leads to a reply in Teams where there is nothing of it to read here; undefined where its thread is not there. */
export function replyLink(
  meeting: Meeting,
  posts: readonly Post[],
  answer: Answer,
  address: ChannelAddress,
): string | undefined {
  if (!isWordless(answer)) return undefined;
  const round = roundOf(meeting, answer.round);
  const isAhead = round === undefined || isPreparation(answer, round.putAt);
  const ahead = isAhead ? posts.find(({ key }) => key === aheadPostKey(answer.round)) : undefined;
  const { state } = ahead ?? posts.find(({ key }) => key === questionPostKey(answer.round)) ?? {};
  if (state?.status !== 'sent') return undefined;
  const thread = { committee: meeting.committee, root: state.place.root, ...address };
  return messageLink(thread, answer.key.slice(1));
}

/** What waits for the facilitator, in the order it was put. An echo or a welcome is not worth asking anybody about. */
export function unsettledOf(meeting: Meeting, posts: readonly Post[]): readonly UnsettledView[] {
  return posts.flatMap(({ key, kind, state, round }): UnsettledView[] => {
    if (state.status !== 'unknown' && state.status !== 'blocked') return [];
    const post = { key, status: state.status };
    if (kind === 'digest') return [{ post, of: kind, number: Number(key.slice(key.lastIndexOf('!') + 1)) }];
    if (kind !== 'question' && kind !== 'preparation') return [];
    const question = askedIn(meeting, round ?? '')?.id;
    return [{ post, of: kind, number: meeting.plan.findIndex(({ id }) => id === question) + 1 }];
  });
}
