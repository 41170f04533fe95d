import { checkLed } from '#dialogue/checkLed';
import { decide } from '#dialogue/decide';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId, PersonId } from '#dialogue/ids';
import { placeOfLink } from '#dialogue/link';
import type { Meeting } from '#dialogue/meeting';
import { type Post, type PostRef, takesAnswers } from '#dialogue/post';
import { type PostEvent, step } from '#dialogue/step';
import { claimPlace } from './claimPlace.ts';
import type { Outbox } from './deps.ts';
import { readMeeting } from './lead.ts';
import { locate, startsThread } from './locate.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { type Stored, Unavailable } from './ports.ts';
import { repliedTo } from './repliedTo.ts';

/** What the facilitator saw in the channel. */
export type Saw =
  { readonly saw: 'there'; readonly link: string } | { readonly saw: 'notThere' } | { readonly saw: 'givenUp' };

/** Other rows lie beside the posts; whoever names one of them names no post. */
const POST_KEY = /^(?:r\d{3,}|z)!p!/;

/**
 * A facilitator looked in the channel for a post that nobody knew about, or that Teams had refused, and says what is so.
 * `ledBy`: who must lead the item by now, where it is open, for this to be theirs to say.
 * @throws DialogueError `NotFacilitator`, `PostNotFound`, `PostSettled` (nothing is open about it any more),
 * `LinkUnreadable`
 */
export async function settlePost(
  deps: Outbox,
  id: MeetingId,
  key: string,
  seen: Saw & { readonly ledBy?: PersonId | undefined },
): Promise<void> {
  const meeting = (await readMeeting(deps, id)).value;
  checkLed(meeting, seen.ledBy);
  const ref: PostRef = { table: 'Meetings', partition: id, key };
  const stored = POST_KEY.test(key) ? await deps.store.readPost(ref) : undefined;
  if (stored === undefined) throw new DialogueError('PostNotFound');
  if (!isOpen(stored.value)) throw new DialogueError('PostSettled');
  switch (seen.saw) {
    case 'there':
      return found(deps, meeting, ref, stored.value, seen.link);
    case 'notThere':
      return sendAgain(deps, meeting, ref, stored);
    case 'givenUp':
      return giveUp(deps, meeting, ref, stored, seen.ledBy);
  }
}

/** Who did not find it may have overlooked it: where people reply to it, there it is, and it is not sent again. */
async function sendAgain(deps: Outbox, meeting: Meeting, ref: PostRef, stored: Stored<Post>): Promise<void> {
  const overlooked = takesAnswers(ref) ? await repliedTo(deps, meeting, ref, stored.value) : [];
  const due = await promise(deps, ref);
  if (overlooked.length === 0) await change(deps, ref, stored, { type: 'sendAgain' });
  for (const { place, shown } of overlooked) await locate(deps, ref, place, shown);
  attendLater(deps, [due]);
}

/** What was held for it is erased by whoever looks after it next, who also deletes it if it turns up. */
async function giveUp(
  deps: Outbox,
  meeting: Meeting,
  ref: PostRef,
  stored: Stored<Post>,
  ledBy: PersonId | undefined,
): Promise<void> {
  const due = await promise(deps, ref);
  if (stored.value.kind === 'preparation' && meeting.status !== 'ended')
    await giveUpAhead(deps, meeting.id, ref, ledBy);
  else await change(deps, ref, stored, { type: 'givenUp' });
  attendLater(deps, [due]);
}

/** Tries before a head that others keep changing is given up. */
const TRIES = 8;

/** The item knows at once that its question is not out, so that it can be changed, and sent anew. */
async function giveUpAhead(deps: Outbox, id: MeetingId, ref: PostRef, ledBy: PersonId | undefined): Promise<void> {
  const { surroundings } = deps;
  const made = { id: surroundings.newId(), at: surroundings.now(), by: { person: '', name: '' }, ledBy };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = await readMeeting(deps, id);
    const stored = await deps.store.readPost(ref);
    const post = stored && isOpen(stored.value) ? step(stored.value, { type: 'givenUp' }) : undefined;
    if (stored === undefined || post === undefined) throw new DialogueError('PostSettled');
    const { meeting } = decide(head.value, { ...made, type: 'giveUpAhead', round: stored.value.round ?? '' });
    if (await deps.store.commitMeeting(meeting, head.version, [], { post, over: stored.version })) return;
  }
  throw new Unavailable('store');
}

/** Nobody knows whether it came, or Teams refused it. */
const isOpen = ({ state }: Post): boolean => state.status === 'unknown' || state.status === 'blocked';

async function change(deps: Outbox, ref: PostRef, stored: Stored<Post>, event: PostEvent): Promise<void> {
  const next = step(stored.value, event);
  if (next === undefined || !(await deps.store.savePost(ref, next, stored.version)))
    throw new DialogueError('PostSettled');
}

async function found(deps: Outbox, meeting: Meeting, ref: PostRef, post: Post, link: string): Promise<void> {
  const linked = placeOfLink(link, meeting.committee);
  if (linked === undefined) throw new DialogueError('LinkUnreadable');
  // A link copied from a reply leads to the post that starts the thread all the same.
  const place = startsThread(ref) ? { root: linked.root, message: linked.root } : linked;
  const shown = await claimPlace(deps, meeting, ref, post, place);
  const due = await promise(deps, ref);
  await locate(deps, ref, place, shown);
  attendLater(deps, [due]);
}
