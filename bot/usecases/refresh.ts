import { plus } from '#dialogue/instant';
import type { Place, Post, PostRef } from '#dialogue/post';
import { type PostEvent, step } from '#dialogue/step';
import { type Composition, compositionOf, type Gathered } from './composition.ts';
import type { Outbox } from './deps.ts';
import { destinationOf } from './destination.ts';
import type { ChangeOutcome, Destination, Stored } from './ports.ts';
import { AWAY, type Rest } from './rest.ts';

/** A card is updated at most once in so many milliseconds. */
const PACE = 2_000;
/** Stands in `showing` where a message is being deleted. */
const NOTHING = 'nothing';
/** An update that was begun longer ago than this, in milliseconds, is over, whether its sender is gone or not. */
const CHANGE_LOST = 20_000;
/** Tries before a post that keeps changing is left for the next look; to delete it takes two. */
const TRIES = 6;

/** What is left to do, and what the first page of a digest is made of by now. */
type Refreshed = (Rest | { readonly type: 'withdrawn' }) & { readonly gathered?: Gathered | undefined };

/**
 * Makes what stands in the channel equal to what should stand there, or deletes it where nothing should. `withdrawn`: it
 * was deleted, and may be wanted again by now. `known`: its row as it was read just now.
 */
export async function refresh(deps: Outbox, ref: PostRef, known?: Stored<Post>): Promise<Refreshed> {
  let stored = known ?? (await deps.store.readPost(ref));
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) stored = await deps.store.readPost(ref);
    if (stored?.value.state.status !== 'sent') return { type: tries > 0 ? 'withdrawn' : 'settled' };
    const composition = await compositionOf(deps, ref, stored.value);
    if (composition.type === 'waiting') return { type: 'waiting' };
    const rest = await renew(deps, ref, stored, stored.value.state.place, composition);
    if (rest === undefined) continue;
    return composition.type === 'message' ? { ...rest, gathered: composition.gathered } : rest;
  }
  return { type: 'waiting' };
}

/** @returns undefined where something was changed and another look is needed */
async function renew(
  deps: Outbox,
  ref: PostRef,
  stored: Stored<Post>,
  place: Place,
  composition: Exclude<Composition, { type: 'waiting' }>,
): Promise<Rest | undefined> {
  if (isShown(stored.value, composition)) return { type: 'settled' };
  const at = await destinationOf(deps, ref, stored.value, place.root);
  if (at === undefined) return { type: 'settled' };
  const { shown, showing } = stored.value;
  // Once begun it is finished, for nobody knows how far it came; what is wanted again by then comes anew.
  if (composition.type === 'unwanted' || showing === NOTHING) return withdraw(deps, ref, stored, at, place);
  const { message, hash } = composition;
  const wait = showing === undefined ? (shown === undefined ? 0 : PACE) : CHANGE_LOST;
  // Whoever is at it is mostly done in a moment.
  const left = Math.min(wait - stored.age, PACE);
  if (left > 0) return { type: 'again', at: plus(deps.surroundings.now(), left), soon: true };
  // Written down first: who ends in between, or never hears of it, leaves nobody to believe that the former still stands.
  // With a claim, so that of several who want the same only one puts it there.
  const claim = `${hash}!${deps.surroundings.newId()}`;
  if (!(await save(deps, ref, stored, { type: 'updating', showing: claim }))) return undefined;
  return updated(deps, ref, { hash, claim }, await deps.channel.update(at, place.message, message));
}

const isShown = ({ shown, showing }: Post, composition: Composition): boolean =>
  composition.type === 'message' && showing === undefined && composition.hash === shown;

/** What was put there, and whose hand it was in. */
interface Put {
  readonly hash: string;
  readonly claim: string;
}

async function updated(deps: Outbox, ref: PostRef, put: Put, outcome: ChangeOutcome): Promise<Rest | undefined> {
  const stored = await deps.store.readPost(ref);
  if (stored !== undefined && outcome.type !== 'refused') await noteShown(deps, ref, stored, put, outcome);
  return restAfter(deps, outcome);
}

async function noteShown(
  deps: Outbox,
  ref: PostRef,
  stored: Stored<Post>,
  { hash, claim }: Put,
  { type }: ChangeOutcome,
): Promise<void> {
  const { showing } = stored.value;
  // Took this too long, another has taken over: they have the last word while they are at it, and else nobody knows whose
  // it was.
  if (showing !== undefined && showing !== claim) return;
  const isMine = showing === claim;
  if (type === 'gone') {
    if (isMine) await save(deps, ref, stored, { type: 'deleted' });
    return;
  }
  await save(deps, ref, stored, { type: 'updated', shown: isMine && type === 'done' ? hash : undefined });
}

async function withdraw(
  deps: Outbox,
  ref: PostRef,
  stored: Stored<Post>,
  at: Destination,
  { message }: Place,
): Promise<Rest | undefined> {
  if (stored.value.showing !== NOTHING) {
    await save(deps, ref, stored, { type: 'updating', showing: NOTHING });
    return undefined;
  }
  const outcome = await deps.channel.remove(at, message);
  if (outcome.type === 'done' || outcome.type === 'gone') await save(deps, ref, stored, { type: 'withdrawn' });
  return restAfter(deps, outcome);
}

/** @returns undefined where it was done, so that another look shows whether it still is what should stand there */
function restAfter(deps: Outbox, outcome: ChangeOutcome): Rest | undefined {
  if (outcome.type === 'deferred') {
    return { type: 'again', at: plus(deps.surroundings.now(), outcome.after), soon: true };
  }
  if (outcome.type !== 'refused') return undefined;
  deps.surroundings.log({ level: 'warn', code: 'Post.updateRefused', http: outcome.http });
  // 403: the app is away. What somebody deleted must go from the channel when it comes back.
  if (outcome.http !== 403) return { type: 'settled' };
  return { type: 'again', at: plus(deps.surroundings.now(), AWAY), soon: false };
}

async function save({ store }: Outbox, ref: PostRef, stored: Stored<Post>, event: PostEvent): Promise<boolean> {
  const next = step(stored.value, event);
  return next !== undefined && (await store.savePost(ref, next, stored.version));
}
