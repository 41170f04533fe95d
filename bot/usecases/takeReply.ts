import { replyKey, type Seen } from '#dialogue/answer';
import { type Announced, type Held, mayBeThreadOf, type Thread } from '#dialogue/held';
import { type Instant, instantOf, plus } from '#dialogue/instant';
import { roundOfPostKey, takesAnswers } from '#dialogue/post';
import type { AnswerNoted } from './answerNoted.ts';
import type { Outbox } from './deps.ts';
import type { ReplySeen } from './inboundEvents.ts';
import { adopt } from './locate.ts';
import { promiseReadBackFound } from './promiseReadBack.ts';
import { readBackLater } from './readBack.ts';
import { settleByMention } from './settleByMention.ts';

/**
 * Threads that were found to be owned, and until when that is believed: it does not change before their item is deleted. A
 * thread that is not owned may be in a moment.
 */
export type OwnedThreads = Map<string, { readonly thread: Thread; readonly until: Instant }>;

/** Milliseconds for which a process need not look again. */
const BELIEVED = 60 * 60_000;

type Deps = Outbox & { readonly owned: OwnedThreads; readonly noted: AnswerNoted };

/** What became of a reply; for logs and tests. */
export type Taken = 'kept' | 'held' | 'dropped';

/**
 * Takes a reply that was posted, edited, deleted or brought back. The thread's root decides whose it is: an answer to
 * the question that owns it; held where a question is on its way into the channel and the root can be its; else
 * dropped unread.
 */
export async function takeReply(deps: Deps, reply: ReplySeen): Promise<Taken> {
  if (isUnasked(deps, reply) && reply.life === 'posted') return 'dropped';
  const known = deps.owned.get(nameOf(reply));
  if (known !== undefined && deps.surroundings.now() < known.until) return keep(deps, reply, known.thread);
  deps.owned.delete(nameOf(reply));
  // Announced before owned: a question settles in the other order, so one of the two is seen.
  const announced = await deps.store.listAnnounced(reply.committee);
  const thread = await findThread(deps, reply);
  if (thread !== undefined) return keep(deps, reply, thread);
  return announced.some((other) => mayBeThreadOf(reply.root, other)) ? hold(deps, reply, announced) : 'dropped';
}

/**
 * Where the app says that only what mentions it reaches it, it takes nothing else, also where Teams still tells of it: a
 * team may have another form of the package. What is deleted or edited may be an answer all the same.
 */
const isUnasked = ({ channelReading }: Pick<Deps, 'channelReading'>, { mention }: ReplySeen): boolean =>
  channelReading === 'off' && mention === undefined;

const nameOf = (reply: ReplySeen): string => `${reply.committee} ${reply.root}`;

async function findThread(deps: Deps, reply: ReplySeen): Promise<Thread | undefined> {
  const thread = await deps.store.readThread(reply.committee, reply.root);
  const until = plus(deps.surroundings.now(), BELIEVED);
  if (thread !== undefined) deps.owned.set(nameOf(reply), { thread, until });
  return thread;
}

async function keep(deps: Deps, reply: ReplySeen, thread: Thread): Promise<Taken> {
  if (!takesAnswers(thread.post)) return 'dropped';
  const round = roundOfPostKey(thread.post.key);
  const key = replyKey(reply.message);
  if (isUnasked(deps, reply) && (await deps.store.readAnswer(thread.post.partition, round, key)) === undefined)
    return 'dropped';
  const promised = await deps.noted.before(thread.post.partition, round);
  if (promised === undefined) {
    // Its time was over since the thread was found: nothing else would find what is written of it now.
    deps.owned.delete(nameOf(reply));
    return 'dropped';
  }
  const kept = await deps.store.mergeAnswer(thread.post.partition, { ...seenOf(reply), round, revision: 0 });
  deps.noted.after(thread.post.partition, round, promised);
  // Its words can be had where they stand; while the question is open that is done when it is closed.
  if (kept.life === 'textMissing') readBackLater(deps, await promiseReadBackFound(deps, thread.post.partition, round));
  return 'kept';
}

async function hold(deps: Deps, reply: ReplySeen, announced: readonly Announced[]): Promise<Taken> {
  const held: Held = { root: reply.root, reply: seenOf(reply), heldAt: deps.surroundings.now() };
  await deps.store.hold(reply.committee, held);
  // The question may have been settled while this was written: then nobody else will look at it any more.
  const thread = await findThread(deps, reply);
  if (thread !== undefined && takesAnswers(thread.post)) {
    await adopt(deps, reply.committee, thread.post, held);
    deps.noted.after(thread.post.partition, roundOfPostKey(thread.post.key));
    return 'kept';
  }
  const still = await deps.store.listAnnounced(reply.committee);
  if (thread !== undefined || !still.some((other) => mayBeThreadOf(reply.root, other))) {
    await deps.store.eraseHeld(reply.committee, held);
    return 'dropped';
  }
  if (reply.mention !== undefined) await settleByMention(deps, reply, announced);
  return 'held';
}

const seenOf = (reply: ReplySeen): Seen => ({
  key: replyKey(reply.message),
  source: 'thread',
  author: reply.author && { person: reply.author.person, name: reply.author.name },
  life: reply.life,
  text: reply.text,
  at: reply.at,
  postedAt: instantOf(Number(reply.message)),
});
