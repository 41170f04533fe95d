import { type Answer, commandsBefore, isBlank, isDoneBy, isLiving } from './answer.ts';
import { DialogueError } from './errors.ts';
import type { CommandId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Names, Person, Round } from './meeting.ts';
import { MODES } from './modes.ts';

interface RoomCommand {
  readonly id: CommandId;
  readonly at: Instant;
  /** Revision of what they saw, 0 for none. */
  readonly over: number;
}

/**
 * `by`: who writes it down; `said`: who said it, where a name is to stand there. Where words are corrected the name that
 * stands there stays, for views tell nobody's id to send it again with. `on`: that it was handed in on paper, which stays too.
 */
export interface WriteRoom extends RoomCommand {
  readonly by: Person;
  readonly said?: Person | undefined;
  readonly on?: 'paper' | undefined;
}

export type DeleteRoom = RoomCommand;

/** Where something is written down; `names`: whether names stand at the item's answers. */
export interface RoomPlace {
  readonly round: Round;
  readonly key: Answer['key'];
  readonly names: Names;
}

/**
 * Writes down what was said in the room, or corrects it. Also after closing: then the committee talks. Where names are
 * hidden nobody's is kept with it.
 * @returns the answer to store, or `known` itself where this command has been done already
 * @throws DialogueError `AnswerEmpty`; `AnswerChanged` when another stands there than was seen; `AnswerNotFound` where
 * the person whose name stood there has deleted it
 */
export function writeRoom(place: RoomPlace, known: Answer | undefined, command: WriteRoom, text: string): Answer {
  if (known !== undefined && isDoneBy(known, command.id)) return known;
  const words = text.trim();
  if (isBlank(words)) throw new DialogueError('AnswerEmpty');
  const standing = seenOf(known, command);
  return {
    key: place.key,
    round: place.round.id,
    source: 'room',
    ...wordsOf(place, standing, command),
    paper: command.on === 'paper' ? true : standing?.paper,
    ...lifeOf(standing, command.at),
    text: words,
    at: command.at,
    ...countedOn(known, command),
  };
}

/** Whose words they are, and who answers for that. */
function wordsOf(
  place: RoomPlace,
  standing: Answer | undefined,
  { said, by }: WriteRoom,
): Pick<Answer, 'author' | 'writtenBy'> {
  const author = keepsNames(place) ? (said ?? standing?.author) : undefined;
  return { author, writtenBy: author && by };
}

const keepsNames = ({ names, round }: RoomPlace): boolean => names === 'shown' && MODES[round.mode].author === 'kept';

const countedOn = (
  known: Answer | undefined,
  { id }: RoomCommand,
): Pick<Answer, 'revision' | 'command' | 'earlier'> => ({
  revision: (known?.revision ?? 0) + 1,
  command: id,
  earlier: commandsBefore(known),
});

/** What stands there, and was seen. What somebody has deleted for good stays so. */
function seenOf(known: Answer | undefined, { over }: RoomCommand): Answer | undefined {
  if (known?.life === 'forgotten') throw new DialogueError('AnswerNotFound');
  const standing = known !== undefined && isLiving(known) ? known : undefined;
  if (over !== (standing?.revision ?? 0)) throw new DialogueError('AnswerChanged');
  return standing;
}

const lifeOf = (standing: Answer | undefined, now: Instant): Pick<Answer, 'life' | 'postedAt'> =>
  standing === undefined ? { life: 'posted', postedAt: now } : { life: 'edited', postedAt: standing.postedAt };

/**
 * Takes back what was written down.
 * @throws DialogueError `AnswerNotFound`; `AnswerChanged` when another stands there than was seen
 */
export function deleteRoom(known: Answer | undefined, command: DeleteRoom): Answer {
  if (known === undefined) throw new DialogueError('AnswerNotFound');
  if (isDoneBy(known, command.id) || !isLiving(known)) return known;
  seenOf(known, command);
  const nobody = { author: undefined, writtenBy: undefined };
  return { ...known, ...nobody, life: 'deleted', text: undefined, at: command.at, ...countedOn(known, command) };
}
