import type { Command } from '#dialogue/commands';
import { decide } from '#dialogue/decide';
import type { MeetingId } from '#dialogue/ids';
import { aheadOf, type Meeting } from '#dialogue/meeting';
import { aheadPostKey, type Post, type PostRef } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { Deps, Outbox } from './deps.ts';
import { lead, readMeeting } from './lead.ts';
import { attendLater } from './outbox.ts';
import { type Stored, Unavailable } from './ports.ts';
import { promise } from './promise.ts';
import { withReaders } from './withReaders.ts';

/** Tries before a head that others keep changing is given up. */
const TRIES = 8;

type SendDeps = Outbox & Pick<Deps, 'memberships'>;
type Send = Command & { readonly type: 'sendAhead' };

/**
 * *Send spørgsmålet ud på forhånd*; once more, in the same round, where somebody has deleted it in Teams since. Replies
 * under the first message count as before.
 * @throws DialogueError where the rules refuse it
 */
export async function sendAhead(deps: SendDeps, id: MeetingId, command: Send): Promise<Meeting> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = await readMeeting(deps, id);
    const gone = head.value.commands.includes(command.id) ? undefined : await findGone(deps, head.value, command);
    if (gone === undefined) return lead(deps, id, command);
    const { id: commandId, at, by, ledBy } = command;
    const made = { id: commandId, at, by, ledBy };
    const { meeting } = decide(head.value, { ...made, type: 'sendAheadAgain', round: gone.round });
    const due = await promise(deps, gone.ref);
    const post = await withReaders(deps, id, gone.wanted);
    if (!(await deps.store.commitMeeting(meeting, head.version, [], { post, over: gone.stored.version }))) continue;
    attendLater(deps, [due]);
    deps.surroundings.log({ level: 'info', code: 'Meeting.sendAheadAgain' });
    return meeting;
  }
  throw new Unavailable('store');
}

interface Gone {
  readonly round: string;
  readonly ref: PostRef;
  readonly stored: Stored<Post>;
  /** The post, wanted again. */
  readonly wanted: Post;
}

/** The question's post where it stands in the channel no more; undefined where it does, may, or never did. */
async function findGone({ store }: SendDeps, meeting: Meeting, { question }: Send): Promise<Gone | undefined> {
  const round = aheadOf(meeting, question)?.round;
  if (round === undefined) return undefined;
  const ref: PostRef = { table: 'Meetings', partition: meeting.id, key: aheadPostKey(round) };
  const stored = await store.readPost(ref);
  const wanted = stored && step(stored.value, { type: 'wantedAgain' });
  return stored && wanted && { round, ref, stored, wanted };
}
