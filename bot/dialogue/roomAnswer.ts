import { type Answer, isBlank, isLiving } from './answer.ts';
import { DialogueError } from './errors.ts';
import type { CommandId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Person, Round } from './meeting.ts';
import { MODES } from './modes.ts';

export interface RoomCommand {
  readonly id: CommandId;
  readonly at: Instant;
}

/**
 * `over`: revision of what they saw, 0 for none; `said`: who said it, where a name is to stand there. Where words are
 * corrected the name that stands there stays, for views tell nobody's id to send it again with.
 */
export interface WriteRoom extends RoomCommand {
  readonly over: number;
  readonly said?: Person | undefined;
}

/**
 * Writes down what was said in the room, or corrects it. Also after closing: then the committee talks.
 * @returns the answer to store, or `known` itself where this command has been done already
 * @throws DialogueError `AnswerEmpty`; `AnswerChanged` when another stands there than was seen
 */
export function writeRoom(
  round: Round,
  key: Answer['key'],
  known: Answer | undefined,
  command: WriteRoom,
  text: string,
): Answer {
  if (known?.command === command.id) return known;
  const words = text.trim();
  if (isBlank(words)) throw new DialogueError('AnswerEmpty');
  const standing = seenOf(known, command);
  return {
    key,
    round: round.id,
    source: 'room',
    author: MODES[round.mode].author === 'kept' ? (command.said ?? standing?.author) : undefined,
    ...lifeOf(standing, command.at),
    text: words,
    at: command.at,
    revision: (known?.revision ?? 0) + 1,
    command: command.id,
  };
}

/** What stands there, and was seen. */
function seenOf(known: Answer | undefined, { over }: WriteRoom): Answer | undefined {
  const standing = known !== undefined && isLiving(known) ? known : undefined;
  if (over !== (standing?.revision ?? 0)) throw new DialogueError('AnswerChanged');
  return standing;
}

const lifeOf = (standing: Answer | undefined, now: Instant): Pick<Answer, 'life' | 'postedAt'> =>
  standing === undefined ? { life: 'posted', postedAt: now } : { life: 'edited', postedAt: standing.postedAt };

/**
 * Takes back what was written down.
 * @throws DialogueError `AnswerNotFound`
 */
export function deleteRoom(known: Answer | undefined, command: RoomCommand): Answer {
  if (known === undefined) throw new DialogueError('AnswerNotFound');
  if (known.command === command.id || !isLiving(known)) return known;
  const { id, at } = command;
  const revision = known.revision + 1;
  return { ...known, life: 'deleted', text: undefined, author: undefined, at, revision, command: id };
}
