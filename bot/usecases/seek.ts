import { madeAt, type MessageId } from '#dialogue/ids';
import { instantOf, plus } from '#dialogue/instant';
import { type Place, type Post, type PostRef, questionPostKey, roundOfPostKey } from '#dialogue/post';
import { markIn, markOf, traceOf } from '#render/mark';
import { type Composition, compositionOf } from './composition.ts';
import type { Outbox } from './deps.ts';
import { teamOfPost } from './destination.ts';
import { committeeOfPost } from './eraseHeld.ts';
import { startsThread } from './locate.ts';
import { type OwnMessage, type OwnMessages, PermissionMissing, type Stored, Unavailable } from './ports.ts';

/** When to look for a post, in milliseconds after it was given up for lost. */
const LOOKS = [20_000, 90_000, 4 * 60_000, 15 * 60_000, 60 * 60_000] as const;
/** From then on what is in no list is not there: Teams may make a message late, and its lists lag behind. */
const SURE = LOOKS[2];
/** No more looking, in milliseconds: what is not known by then nobody but a person will find out. */
const UNTIL = 2 * LOOKS[4];
/** Of what belongs to no item: a message may have been made so long before it is looked for, in milliseconds. */
const BEFORE = 24 * 60 * 60_000;
/** Clocks may differ by so much, in milliseconds. */
const TOLERANCE = 5 * 60_000;

export type Sought =
  | { readonly type: 'found'; readonly places: readonly Place[] }
  /** It does not stand in the channel, and will not come. */
  | { readonly type: 'absent' }
  /** Nobody knows. `again`: in how many milliseconds to look again; undefined where that is of no use. */
  | { readonly type: 'unseen'; readonly again: number | undefined };

/**
 * Looks for a post in the channel of which nobody knows whether it came there. A card says whose it is; an echo, which is
 * text, is known by the words that it was sent with.
 */
export const seek = (deps: Outbox, ref: PostRef, { value: post, age }: Stored<Post>): Promise<Sought> =>
  inTime(deps, age, () => look(deps, ref, post, age >= SURE));

/** The same for one that is no longer wanted: where it turns up it is to be deleted. */
export const seekDropped = (deps: Outbox, ref: PostRef, { value: post, age }: Stored<Post>): Promise<Sought> =>
  inTime(deps, age, () => lookForDropped(deps, ref, post, age >= SURE));

/** @param at looks; undefined where it is neither found nor known to be absent */
async function inTime(deps: Outbox, age: number, at: () => Promise<Sought | undefined>): Promise<Sought> {
  if (deps.channelReading === 'off' || age >= UNTIL) return { type: 'unseen', again: undefined };
  const next = LOOKS.find((after) => after > age);
  const unseen = { type: 'unseen', again: next && next - age } as const;
  if (age < LOOKS[0]) return unseen;
  try {
    return (await at()) ?? unseen;
  } catch (error) {
    if (error instanceof PermissionMissing) return { type: 'unseen', again: undefined };
    if (error instanceof Unavailable && error.service === 'graph') return unseen;
    throw error;
  }
}

async function look(deps: Outbox, ref: PostRef, post: Post, isSure: boolean): Promise<Sought | undefined> {
  const composition = await compositionOf(deps, ref, post);
  if (composition.type !== 'message') return undefined;
  const listed = await list(deps, ref, whereOf(composition));
  if (listed === undefined) return undefined;
  const { places, others } =
    composition.message.card === undefined
      ? await recognised(deps, ref, listed, isSure)
      : withMark(listed.messages, markOf(ref));
  if (places.length > 0) return { type: 'found', places };
  return listed.isWhole && isSure && others === 0 ? { type: 'absent' } : undefined;
}

type Where = 'channel' | { readonly root: MessageId };

function whereOf({ way, root }: Composition & { readonly type: 'message' }): Where | undefined {
  return way === 'thread' ? 'channel' : root === undefined ? undefined : { root };
}

async function lookForDropped(
  deps: Outbox,
  ref: PostRef,
  { kind }: Post,
  isSure: boolean,
): Promise<Sought | undefined> {
  if (kind !== 'echo' && !startsThread(ref)) return { type: 'absent' };
  const listed = await list(deps, ref, kind === 'echo' ? await threadOf(deps, ref) : 'channel');
  if (listed === undefined) return undefined;
  const { places } =
    kind === 'echo' ? await recognised(deps, ref, listed, isSure) : withMark(listed.messages, markOf(ref));
  return places.length > 0 ? { type: 'found', places } : undefined;
}

/** Of the thread that an echo stands in. */
async function threadOf({ store }: Outbox, ref: PostRef): Promise<Where | undefined> {
  const question = await store.readPost({ ...ref, key: questionPostKey(roundOfPostKey(ref.key)) });
  const state = question?.value.state;
  return state?.status === 'sent' ? { root: state.place.root } : undefined;
}

/**
 * The bot's messages that start threads in the post's channel, or that stand under a root there; undefined where that is no
 * channel of a team.
 */
async function list(deps: Outbox, ref: PostRef, where: Where | undefined): Promise<OwnMessages | undefined> {
  const [committee, team] = [committeeOfPost(ref), await teamOfPost(deps, ref)];
  if (committee === undefined || team === undefined || where === undefined) return undefined;
  if (where !== 'channel') return deps.threads.own(team, committee, where);
  // A process, and the timer with it, may have been away for as long as the item is old.
  const made = madeAt(ref.partition);
  const since = made === undefined ? plus(deps.surroundings.now(), -BEFORE) : instantOf(made - TOLERANCE);
  return deps.threads.own(team, committee, { since });
}

/** Where it stands, and how many messages may be it and nobody knows. */
interface Matching {
  readonly places: readonly Place[];
  readonly others: number;
}

function withMark(messages: readonly OwnMessage[], mark: string): Matching {
  const marked = messages.filter(({ card }) => markIn(card) === mark);
  return { places: marked.map(({ place }) => place), others: 0 };
}

/**
 * The echo's own message: known by the words that it was sent with, whatever its answer says by now. Where Teams lists them
 * otherwise it is, in the end, the one that is left over, if there is but one, and but one echo.
 */
async function recognised(deps: Outbox, ref: PostRef, listed: OwnMessages, isSure: boolean): Promise<Matching> {
  const { free, missing } = await leftOver(deps, ref, listed.messages);
  let left = free;
  const unseen: Post[] = [];
  for (const post of missing) {
    const own = left.find(({ words }) => traceOf(words) === post.trace);
    if (own !== undefined && post.key === ref.key) return { places: [own.place], others: left.length - 1 };
    left = left.filter((one) => one !== own);
    if (own === undefined) unseen.push(post);
  }
  const isLast = isSure && left.length === 1 && unseen.length === 1 && unseen[0]?.key === ref.key;
  return { places: isLast ? left.map(({ place }) => place) : [], others: left.length };
}

/**
 * Messages without a card that are no post's yet, and the echoes of the round that may be one of them: in an order that is the
 * same whoever looks, so that of several in the same words each takes another. What is not wanted takes what nobody else does.
 */
async function leftOver(
  { store }: Outbox,
  { partition, key }: PostRef,
  messages: readonly OwnMessage[],
): Promise<{ readonly free: readonly OwnMessage[]; readonly missing: readonly Post[] }> {
  const { posts } = await store.readRoundOn(partition, roundOfPostKey(key));
  const known = posts.flatMap(({ state, superfluous = [] }) =>
    [...(state.status === 'sent' ? [state.place] : []), ...superfluous].map(({ message }) => message),
  );
  const missing = posts.filter(({ trace, round }) => trace !== undefined && round === roundOfPostKey(key));
  const isDropped = ({ state }: Post): boolean => state.status === 'dropped';
  return {
    free: messages
      .filter(({ card, place }) => card === undefined && !known.includes(place.message))
      .toSorted((one, other) => Number(one.place.message) - Number(other.place.message)),
    missing: [...missing.filter((post) => !isDropped(post)), ...missing.filter(isDropped)],
  };
}
