import { plus } from '#dialogue/instant';
import type { Place, Post, PostRef } from '#dialogue/post';
import { type PostEvent, step } from '#dialogue/step';
import { type Composition, compositionOf } from './composition.ts';
import type { Outbox } from './deps.ts';
import { destinationOf } from './destination.ts';
import type { ChangeOutcome, Stored } from './ports.ts';
import { AWAY, type Rest } from './rest.ts';

/** A card is updated at most once in so many milliseconds. */
const PACE = 2_000;
/** Tries before a post that keeps changing is left for the next look. */
const TRIES = 4;

/** Makes what stands in the channel equal to what should stand there, or deletes it where nothing should. */
export async function refresh(deps: Outbox, ref: PostRef): Promise<Rest> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await deps.store.readPost(ref);
    if (stored?.value.state.status !== 'sent') return { type: 'settled' };
    const composition = await compositionOf(deps, ref, stored.value);
    if (composition.type === 'waiting') return { type: 'waiting' };
    const rest = await renew(deps, ref, stored, stored.value.state.place, composition);
    if (rest !== undefined) return rest;
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
  const at = await destinationOf(deps, ref, stored.value, place.root);
  if (at === undefined) return { type: 'settled' };
  if (composition.type === 'unwanted') return note(deps, ref, stored, await deps.channel.remove(at, place.message));
  const { message, hash } = composition;
  if (hash === stored.value.shown) return { type: 'settled' };
  if (stored.value.shown !== undefined && stored.age < PACE) {
    return { type: 'again', at: plus(deps.surroundings.now(), PACE - stored.age), soon: true };
  }
  return note(deps, ref, stored, await deps.channel.update(at, place.message, message), hash);
}

async function note(
  deps: Outbox,
  ref: PostRef,
  stored: Stored<Post>,
  outcome: ChangeOutcome,
  hash?: string,
): Promise<Rest | undefined> {
  if (outcome.type === 'deferred') {
    return { type: 'again', at: plus(deps.surroundings.now(), outcome.after), soon: true };
  }
  if (outcome.type === 'refused') {
    deps.surroundings.log({ level: 'warn', code: 'Post.updateRefused', http: outcome.http });
    // 403: the app is away. What somebody deleted must go from the channel when it comes back.
    if (outcome.http !== 403) return { type: 'settled' };
    return { type: 'again', at: plus(deps.surroundings.now(), AWAY), soon: false };
  }
  const event: PostEvent =
    outcome.type === 'gone' || hash === undefined ? { type: 'deleted' } : { type: 'updated', shown: hash };
  const next = step(stored.value, event);
  if (next !== undefined) await deps.store.savePost(ref, next, stored.version);
  return undefined;
}
