import { plus } from '#dialogue/instant';
import { type Place, type Post, type PostRef, roundOfPostKey } from '#dialogue/post';
import { markIn, markOf } from '#render/mark';
import { type Composition, compositionOf } from './composition.ts';
import type { Outbox } from './deps.ts';
import { teamOfPost } from './destination.ts';
import { committeeOfPost } from './eraseHeld.ts';
import { type OwnMessage, type OwnMessages, PermissionMissing, type Stored, Unavailable } from './ports.ts';

/** When to look for a post, in milliseconds after it was given up for lost. */
const LOOKS = [20_000, 90_000, 4 * 60_000, 15 * 60_000, 60 * 60_000] as const;
/** From then on what is in no list is not there: Teams may make a message late, and its lists lag behind. */
const SURE = LOOKS[2];
/** No more looking, in milliseconds: what is not known by then nobody but a person will find out. */
const UNTIL = 2 * LOOKS[4];
/** A message may have been made so long before its post was given up for lost, in milliseconds: as long as a timer may be away. */
const BEFORE = 24 * 60 * 60_000;

export type Sought =
  | { readonly type: 'found'; readonly places: readonly Place[] }
  /** It does not stand in the channel, and will not come. */
  | { readonly type: 'absent' }
  /** Nobody knows. `again`: in how many milliseconds to look again; undefined where that is of no use. */
  | { readonly type: 'unseen'; readonly again: number | undefined };

/**
 * Looks for a post in the channel of which nobody knows whether it came there. A card says whose it is; an echo, which is
 * text, is known by its words, and by being nobody else's.
 */
export async function seek(deps: Outbox, ref: PostRef, { value: post, age }: Stored<Post>): Promise<Sought> {
  if (deps.channelReading === 'off' || age >= UNTIL) return { type: 'unseen', again: undefined };
  const next = LOOKS.find((after) => after > age);
  const unseen = { type: 'unseen', again: next && next - age } as const;
  if (age < LOOKS[0]) return unseen;
  try {
    return (await look(deps, ref, post, age >= SURE)) ?? unseen;
  } catch (error) {
    if (error instanceof PermissionMissing) return { type: 'unseen', again: undefined };
    if (error instanceof Unavailable && error.service === 'graph') return unseen;
    throw error;
  }
}

/** @returns undefined where it is neither found nor known to be absent */
async function look(deps: Outbox, ref: PostRef, post: Post, isSure: boolean): Promise<Sought | undefined> {
  const composition = await compositionOf(deps, ref, post);
  if (composition.type !== 'message') return undefined;
  const listed = await list(deps, ref, composition);
  if (listed === undefined) return undefined;
  const { message } = composition;
  const { places, others } =
    message.card === undefined
      ? await withWords(deps, ref, listed.messages, message.text ?? '')
      : withMark(listed.messages, markOf(ref));
  if (places.length > 0) return { type: 'found', places };
  return listed.isWhole && isSure && others === 0 ? { type: 'absent' } : undefined;
}

type Sendable = Composition & { readonly type: 'message' };

/** The bot's messages where the post would stand; undefined where that is no channel of a team. */
async function list(deps: Outbox, ref: PostRef, { at, way }: Sendable): Promise<OwnMessages | undefined> {
  const [committee, team] = [committeeOfPost(ref), await teamOfPost(deps, ref)];
  const [channel, root] = at.conversation.split(';messageid=');
  if (committee === undefined || team === undefined || channel !== committee) return undefined;
  if (way === 'thread') return deps.threads.own(team, committee, { since: plus(deps.surroundings.now(), -BEFORE) });
  return root === undefined ? undefined : deps.threads.own(team, committee, { root });
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

/** What was written anew since may stand there in other words: then it is the one that is left over, if there is but one. */
async function withWords(deps: Outbox, ref: PostRef, messages: readonly OwnMessage[], text: string): Promise<Matching> {
  const { free, waiting } = await leftOver(deps, ref, messages);
  const found =
    free.find(({ words }) => flat(words) === flat(text)) ?? (waiting === 1 && free.length === 1 ? free[0] : undefined);
  return { places: found === undefined ? [] : [found.place], others: free.length };
}

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Messages without a card that are no post's yet, and how many echoes of the round may still be one. */
async function leftOver(
  { store }: Outbox,
  { partition, key }: PostRef,
  messages: readonly OwnMessage[],
): Promise<{ readonly free: readonly OwnMessage[]; readonly waiting: number }> {
  const { posts } = await store.readRoundOn(partition, roundOfPostKey(key));
  const known = posts.flatMap(({ state, superfluous = [] }) =>
    [...(state.status === 'sent' ? [state.place] : []), ...superfluous].map(({ message }) => message),
  );
  const isWaiting = ({ kind, state }: Post): boolean =>
    kind === 'echo' &&
    (state.status === 'unknown' || state.status === 'sending' || (state.status === 'dropped' && state.uncertain));
  return {
    free: messages.filter(({ card, place }) => card === undefined && !known.includes(place.message)),
    waiting: posts.filter(isWaiting).length,
  };
}
