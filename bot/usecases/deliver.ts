import { HELD_FOR } from '#dialogue/held';
import { elapsed, type Instant, plus } from '#dialogue/instant';
import { type Post, type PostRef, takesAnswers } from '#dialogue/post';
import { deferredSince, step } from '#dialogue/step';
import { traceOf } from '#render/mark';
import type { Message } from '#render/message';
import { clearSuperfluous } from './clearSuperfluous.ts';
import type { Outbox } from './deps.ts';
import { digestPagesToAttend } from './digestPages.ts';
import { eraseHeldOf, unannounce } from './eraseHeld.ts';
import { finishQuestion } from './finishQuestion.ts';
import { locate } from './locate.ts';
import { type Composition, compositionOf } from './composition.ts';
import { destinationOf } from './destination.ts';
import type { CreateOutcome, Destination, Stored } from './ports.ts';
import { refresh } from './refresh.ts';
import type { Looked, Rest } from './rest.ts';
import { seek, seekDropped } from './seek.ts';

/** A claim older than this, in milliseconds, belongs to a sender that is gone: nobody knows whether it posted. */
const CLAIM_LOST = 60_000;
/** A sender that took longer than this, in milliseconds, from asking for its claim does not post any more. */
const CLAIM_FRESH = 10_000;
/** A post that Teams has put off for longer than this, in milliseconds, is more than a busy moment: somebody has to look. */
const OVERDUE = 15 * 60_000;

/** What is lost is looked for the first time after so many milliseconds. */
const LOOKED_FOR = 20_000;
/** What is looked for again within so many milliseconds does not wait for the timer. */
const SOON = 4 * 60_000;

const SETTLED: Rest = { type: 'settled' };
const WAITING: Rest = { type: 'waiting' };

/** Brings a post one step on: sends what is due, gives up on a lost claim, updates what stands in the channel. The only caller of the ports that create. */
export async function deliver(deps: Outbox, ref: PostRef): Promise<Looked> {
  const stored = await deps.store.readPost(ref);
  if (stored === undefined) return { type: 'missing' };
  switch (stored.value.state.status) {
    case 'due':
      return send(deps, ref, stored, stored.value.state.notBefore);
    case 'sending':
      return giveUpLostClaim(deps, ref, stored);
    case 'sent':
      return follow(deps, ref);
    case 'unknown':
      return lookFor(deps, ref, stored);
    case 'blocked':
      return SETTLED;
    case 'dropped':
      return retire(deps, ref, stored);
    case 'gone':
      return leave(deps, ref);
  }
}

/** Nobody waits for a post that was given up: nothing is held for it any more, and if it turns up it is deleted. */
async function retire(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Looked> {
  const back = await bringBack(deps, ref, stored);
  if (back !== undefined) return back;
  if (takesAnswers(ref)) await unannounce(deps, ref);
  return (await lookForDropped(deps, ref, stored)) ?? leave(deps, ref);
}

/** @returns undefined where there is nothing to wait for */
async function lookForDropped(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Looked | undefined> {
  const { state } = stored.value;
  if (state.status !== 'dropped' || !state.uncertain) return undefined;
  const sought = await seekDropped(deps, ref, stored);
  if (sought.type === 'found') for (const place of sought.places) await locate(deps, ref, place);
  return sought.type === 'unseen' ? lookAgain(deps, sought.again) : undefined;
}

const lookAgain = ({ surroundings }: Outbox, after: number | undefined): Rest | undefined =>
  after === undefined ? undefined : { type: 'again', at: plus(surroundings.now(), after), soon: after <= SOON };

async function leave(deps: Outbox, ref: PostRef): Promise<Rest> {
  const stored = await deps.store.readPost(ref);
  return (stored && (await clearSuperfluous(deps, ref, stored.value))) ?? SETTLED;
}

async function send(deps: Outbox, ref: PostRef, stored: Stored<Post>, notBefore: Instant | undefined): Promise<Looked> {
  const now = deps.surroundings.now();
  if (notBefore !== undefined && notBefore > now) return { type: 'again', at: notBefore, soon: true };
  const composition = await compositionOf(deps, ref, stored.value);
  if (composition.type === 'waiting') return WAITING;
  if (composition.type === 'unwanted') return drop(deps, ref, stored);
  const at = await destinationOf(deps, ref, stored.value, composition.root);
  if (at === undefined) return WAITING;
  // Before every create: a reply may come before the create call has answered.
  if (composition.announced !== undefined) await deps.store.announce(composition.announced, ref, now);
  const asked = deps.surroundings.now();
  const claim = deps.surroundings.newId();
  const claimed = step(stored.value, { type: 'claimed', claim, trace: traceIn(composition.message) });
  if (claimed === undefined || !(await deps.store.savePost(ref, claimed, stored.version))) return WAITING;
  const outcome: CreateOutcome =
    elapsed(asked, deps.surroundings.now()) > CLAIM_FRESH
      ? { type: 'deferred', after: 0 }
      : await create(deps, at, composition);
  return settle(deps, ref, claimed, composition, outcome);
}

const traceIn = ({ text }: Message): string | undefined => (text === undefined ? undefined : traceOf(text));

async function drop(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Looked> {
  const dropped = step(stored.value, { type: 'unwanted' });
  if (dropped !== undefined && !(await deps.store.savePost(ref, dropped, stored.version))) return WAITING;
  // A sender that is gone may have announced it.
  return deliver(deps, ref);
}

/** What comes back with its cause. A question that is put does not take back what was sent out beforehand. */
const RETURNING: ReadonlySet<Post['kind']> = new Set(['echo', 'digest']);

/** Whoever wrote an answer anew while its echo was being dropped saw that as sent, or as on its way, and left it so. */
async function bringBack(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Looked | undefined> {
  const { kind, state } = stored.value;
  if (!RETURNING.has(kind) || (state.status === 'dropped' && state.by === 'facilitator')) return undefined;
  if ((await compositionOf(deps, ref, stored.value)).type === 'unwanted') return undefined;
  const again = step(stored.value, { type: 'wantedUnseen' });
  if (again === undefined || !(await deps.store.savePost(ref, again, stored.version))) return WAITING;
  return deliver(deps, ref);
}

/** What stands in the channel follows what is stored, and what hangs on it follows it. */
async function follow(deps: Outbox, ref: PostRef): Promise<Looked> {
  const waiting = await finishQuestion(deps, ref);
  const stored = await deps.store.readPost(ref);
  const left = stored && (await clearSuperfluous(deps, ref, stored.value));
  const { gathered, ...refreshed } = await refresh(deps, ref, stored?.value.superfluous ? undefined : stored);
  if (refreshed.type === 'withdrawn') return deliver(deps, ref);
  const rest = refreshed.type === 'settled' ? (left ?? refreshed) : refreshed;
  const pages = gathered === undefined ? [] : await digestPagesToAttend(deps, ref, gathered);
  return { ...rest, wakes: [...waiting, ...pages] };
}

const create = (
  { channel }: Outbox,
  at: Destination,
  { way, message }: Composition & { type: 'message' },
): Promise<CreateOutcome> => (way === 'thread' ? channel.createThread(at, message) : channel.reply(at, message));

async function settle(
  deps: Outbox,
  ref: PostRef,
  claimed: Post,
  composition: Composition & { type: 'message' },
  outcome: CreateOutcome,
): Promise<Looked> {
  deps.surroundings.log({
    level: outcome.type === 'sent' ? 'info' : 'warn',
    code: `Post.${outcome.type}`,
    kind: claimed.kind,
  });
  if (outcome.type === 'deferred') tellOverdue(deps, claimed);
  if (outcome.type === 'sent') {
    await locate(deps, ref, outcome.place, composition.hash);
    return follow(deps, ref);
  }
  const now = deps.surroundings.now();
  const at = plus(now, outcome.type === 'deferred' ? outcome.after : 0);
  const event =
    outcome.type === 'deferred'
      ? ({ type: 'deferred', at: now, notBefore: at } as const)
      : outcome.type === 'refused'
        ? ({ type: 'refused', http: outcome.http } as const)
        : ({ type: 'lost' } as const);
  await change(deps, ref, claimed, event);
  if (outcome.type === 'deferred') return { type: 'again', at, soon: true };
  return outcome.type === 'refused' ? SETTLED : { type: 'again', at: plus(at, LOOKED_FOR), soon: true };
}

/** It is tried for as long as it takes, so nothing else would ever tell that nothing comes into the channel. */
function tellOverdue({ surroundings }: Outbox, { kind, state }: Post): void {
  const since = deferredSince(state);
  if (since === undefined || elapsed(since, surroundings.now()) < OVERDUE) return;
  surroundings.log({ level: 'warn', code: 'Post.overdue', kind });
}

/** Applies an event to a post that this sender claimed, unless somebody has changed it in the meantime. */
async function change(deps: Outbox, ref: PostRef, claimed: Post, event: Parameters<typeof step>[1]): Promise<void> {
  const stored = await deps.store.readPost(ref);
  if (stored === undefined || !isClaim(stored.value, claimed)) return;
  const next = step(stored.value, event);
  if (next !== undefined) await deps.store.savePost(ref, next, stored.version);
}

const isClaim = (post: Post, claimed: Post): boolean =>
  post.state.status === 'sending' && claimed.state.status === 'sending' && post.state.claim === claimed.state.claim;

async function giveUpLostClaim(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Rest> {
  if (stored.age <= CLAIM_LOST) {
    return { type: 'again', at: plus(deps.surroundings.now(), CLAIM_LOST - stored.age + 1_000), soon: false };
  }
  const lost = step(stored.value, { type: 'lost' });
  if (lost !== undefined && (await deps.store.savePost(ref, lost, stored.version))) {
    deps.surroundings.log({ level: 'warn', code: 'Post.claimLost', kind: stored.value.kind });
  }
  return { type: 'again', at: plus(deps.surroundings.now(), LOOKED_FOR), soon: true };
}

/** Nobody knows whether it came into the channel: where the app may look it finds out by itself. */
async function lookFor(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Looked> {
  const sought = await seek(deps, ref, stored);
  if (sought.type === 'unseen') {
    const rest = await forgetHeld(deps, ref, stored);
    return lookAgain(deps, sought.again) ?? rest;
  }
  const { kind } = stored.value;
  if (sought.type === 'found') {
    deps.surroundings.log({ level: 'info', code: 'Post.found', kind });
    for (const place of sought.places) await locate(deps, ref, place);
    return follow(deps, ref);
  }
  const due = step(stored.value, { type: 'sendAgain' });
  if (due === undefined || !(await deps.store.savePost(ref, due, stored.version))) return WAITING;
  deps.surroundings.log({ level: 'info', code: 'Post.absent', kind });
  return deliver(deps, ref);
}

/** Replies held for a post that nobody settled are other people's messages too: they are not kept longer than a day. */
async function forgetHeld(deps: Outbox, ref: PostRef, stored: Stored<Post>): Promise<Rest> {
  if (stored.age < HELD_FOR) {
    return { type: 'again', at: plus(deps.surroundings.now(), HELD_FOR - stored.age), soon: false };
  }
  await eraseHeldOf(deps, ref);
  // As long as nobody knows, more may be held.
  return { type: 'again', at: plus(deps.surroundings.now(), HELD_FOR), soon: false };
}
