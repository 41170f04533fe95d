import type { MessageId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Place, Post, PostState } from './post.ts';

/** What happened to a post. Each is a fact, not a wish: what it makes of the post's state is decided by `step`. */
export type PostEvent =
  /** `trace`: of the words that are sent, where there is no card. */
  | { readonly type: 'claimed'; readonly claim: string; readonly trace?: string | undefined }
  /** The create call answered with the message's place, or somebody saw it in the channel. `shown`: hash of what was sent. */
  | { readonly type: 'located'; readonly place: Place; readonly shown?: string | undefined }
  /** Teams said no before anything was made: 429, 412, or no connection came about. */
  | { readonly type: 'deferred'; readonly at: Instant; readonly notBefore: Instant }
  | { readonly type: 'refused'; readonly http: number }
  /** 408, 5xx, a timeout, a reset, or a claim that nobody lives for any more. */
  | { readonly type: 'lost' }
  /** Somebody looked and it is not there, or Teams takes posts again. */
  | { readonly type: 'sendAgain' }
  | { readonly type: 'unwanted' }
  /** Whoever leads no longer waits for it. */
  | { readonly type: 'givenUp' }
  /** Somebody who looked, or knows what they do, has it sent again. */
  | { readonly type: 'wantedAgain' }
  /** Its cause is there again, and nobody has looked whether it still stands in the channel. */
  | { readonly type: 'wantedUnseen' }
  /** Somebody has deleted it in Teams. */
  | { readonly type: 'deleted' }
  /** The bot has deleted it, since it was not wanted any more. */
  | { readonly type: 'withdrawn' }
  /** Something else is being put in its place. */
  | { readonly type: 'updating'; readonly showing: string }
  /** `shown` is absent where nobody knows whether that was done. */
  | { readonly type: 'updated'; readonly shown?: string | undefined }
  /** A superfluous message is out of the channel. */
  | { readonly type: 'cleared'; readonly message: MessageId };

/**
 * The next state of a post.
 * @returns undefined where the event does not fit the state: somebody else was first, and nothing is to be written
 */
export function step(post: Post, event: PostEvent): Post | undefined {
  if (event.type === 'updating' || event.type === 'updated') return updated(post, event);
  if (event.type === 'cleared') return cleared(post, event.message);
  const state = next(post.state, event);
  if (state === undefined) return undefined;
  const trace = traceAfter(state, post, event);
  if (event.type !== 'located') return { ...post, state, trace, shown: undefined, showing: undefined };
  // Of two messages that turned up for one post the older stands, with what is known of it.
  const isOther = state.status === 'sent' && state.place === event.place;
  return {
    ...post,
    state,
    shown: isOther ? event.shown : post.shown,
    showing: isOther ? undefined : post.showing,
    trace,
    superfluous: superfluousAfter(state, post, event),
  };
}

/** Whether it may stand in the channel, and nobody knows. */
const isInDoubt = (state: PostState): boolean =>
  state.status === 'sending' || state.status === 'unknown' || (state.status === 'dropped' && state.uncertain);

/** Once a message is known to be the post's nobody looks for it by its words. */
function traceAfter(state: PostState, before: Post, event: PostEvent): string | undefined {
  if (event.type === 'claimed') return event.trace;
  return event.type !== 'located' && isInDoubt(state) ? before.trace : undefined;
}

function updated(post: Post, event: PostEvent & { type: 'updating' | 'updated' }): Post | undefined {
  if (post.state.status !== 'sent') return undefined;
  return event.type === 'updating'
    ? { ...post, showing: event.showing }
    : { ...post, shown: event.shown, showing: undefined };
}

function cleared(post: Post, message: MessageId): Post | undefined {
  const left = (post.superfluous ?? []).filter((place) => place.message !== message);
  if (left.length === (post.superfluous ?? []).length) return undefined;
  return { ...post, superfluous: left.length === 0 ? undefined : left };
}

/** All that is known to stand in the channel for this post, but for the one message that should. */
function superfluousAfter(
  state: PostState,
  before: Post,
  { place }: PostEvent & { type: 'located' },
): readonly Place[] | undefined {
  const known = [...(before.superfluous ?? []), ...(before.state.status === 'sent' ? [before.state.place] : []), place];
  const byMessage = new Map(known.map((one) => [one.message, one]));
  if (state.status === 'sent') byMessage.delete(state.place.message);
  return byMessage.size === 0 ? undefined : [...byMessage.values()];
}

type Row = {
  readonly [Type in PostEvent['type']]?: (state: PostState, event: Extract<PostEvent, { type: Type }>) => PostState;
};

const drop = (state: PostState): PostState & { status: 'dropped' } => ({
  status: 'dropped',
  uncertain: state.status === 'unknown',
});
const giveUp = (state: PostState): PostState => ({ ...drop(state), by: 'facilitator' });
/** Since when a post has been put off, time after time; undefined where it was not, or something else came between. */
export const deferredSince = (state: PostState): Instant | undefined =>
  state.status === 'due' || state.status === 'sending' ? state.deferredSince : undefined;

const putOff = (since: Instant | undefined): { readonly deferredSince?: Instant } =>
  since === undefined ? {} : { deferredSince: since };

const due = (): PostState => ({ status: 'due' });
const dueUnlessThere = (state: PostState): PostState =>
  state.status === 'dropped' && state.uncertain ? { status: 'unknown' } : due();
const located = (state: PostState, { place }: { place: Place }): PostState =>
  state.status === 'sent' && Number(state.place.message) <= Number(place.message) ? state : { status: 'sent', place };

/** State → event → next state. What is not in the table does not happen. */
const STEPS: Record<PostState['status'], Row> = {
  due: {
    claimed: (state, { claim }) => ({ status: 'sending', claim, ...putOff(deferredSince(state)) }),
    located,
    unwanted: drop,
  },
  sending: {
    located,
    deferred: (state, { at, notBefore }) => ({ status: 'due', notBefore, ...putOff(deferredSince(state) ?? at) }),
    refused: (_, event) => ({ status: 'blocked', http: event.http }),
    lost: () => ({ status: 'unknown' }),
  },
  unknown: { located, sendAgain: due, unwanted: drop, givenUp: giveUp },
  blocked: { located, sendAgain: due, unwanted: drop, givenUp: giveUp },
  sent: { located, deleted: () => ({ status: 'gone' }), withdrawn: drop },
  // What turns up of a post that is no longer wanted is superfluous.
  dropped: { located: (state) => state, wantedAgain: due, wantedUnseen: dueUnlessThere },
  gone: { located: (state) => state, wantedAgain: due, wantedUnseen: due },
};

function next(
  state: PostState,
  event: Exclude<PostEvent, { type: 'updating' | 'updated' | 'cleared' }>,
): PostState | undefined {
  // The table pairs each event type with a function for just that event, which TypeScript cannot follow through a lookup.
  const change = STEPS[state.status][event.type] as ((state: PostState, event: PostEvent) => PostState) | undefined;
  return change?.(state, event);
}
