import type { Command } from '#dialogue/commands';
import { decide } from '#dialogue/decide';
import type { Meeting } from '#dialogue/meeting';
import { type Committee, runningIn } from '#dialogue/team';
import { changeCommittee } from './changeCommittee.ts';
import type { Store } from './ports.ts';

type Deps = { readonly store: Pick<Store, 'readCommittee' | 'saveCommittee' | 'readMeeting' | 'commitMeeting'> };

/*
 * An item's first question fixes whether names are shown, and the committee's choice of that lies in another partition
 * than the item. So each of the two who may be under way at once makes the other's write fail: whoever puts the question
 * has read the item before and writes the committee's row, always; whoever changes the choice has read the committee's
 * row before and writes the item. Nobody waits for anybody, so a process that is gone in between locks nothing.
 */

/**
 * An item's first question carries the committee's choice as it stands, read and claimed after the item was read, and the
 * Teams meeting that runs in the channel.
 * @throws DialogueError where the rules refuse the question: then nothing is claimed
 */
export async function withNames(deps: Deps, meeting: Meeting, command: Command): Promise<Command> {
  const isFirst = meeting.status === 'open' && meeting.rounds.length === 0 && !meeting.commands.includes(command.id);
  if (command.type !== 'putQuestion' || !isFirst) return command;
  decide(meeting, command);
  const committee = await changeCommittee(deps, meeting.committee, (known) =>
    // A head that lost the opening is nobody's item and claims nothing.
    known.open === meeting.id ? { ...known, fixing: meeting.id } : known,
  );
  return { ...command, names: committee.setup?.names ?? 'shown', beside: runningIn(committee, command.at) };
}

/** Before the choice is changed: a question that is just being put is decided anew, on what this leaves. */
export async function overtakePutting({ store }: Deps, { fixing }: Committee): Promise<void> {
  const item = fixing === undefined ? undefined : await store.readMeeting(fixing);
  if (item?.value.status !== 'open' || item.value.rounds.length > 0) return;
  // Whether this or another's write came first: the item is not as it was when its question was decided.
  await store.commitMeeting(item.value, item.version, []);
}
