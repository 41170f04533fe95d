import { type Answer, commandsBefore, isBlank, isDoneBy, isLiving, ownKey } from './answer.ts';
import { DialogueError } from './errors.ts';
import type { CommandId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Person, Round } from './meeting.ts';
import { MODES } from './modes.ts';
import type { Side } from './setup.ts';

export interface OwnAnswerCommand {
  readonly id: CommandId;
  readonly at: Instant;
  readonly by: Person;
}

/**
 * Where it was written: in the panel, over an answer the person saw (`over`: its revision, 0 for none), or on the card,
 * which shows none (`pressedAt`: Teams' time of the press, where it told).
 */
export type WriteOwn = OwnAnswerCommand &
  /** `side`: the side whose wording it is, where it is not their own. */
  (
    | { readonly from: 'panel'; readonly over: number; readonly side?: Side | undefined }
    | { readonly from: 'card'; readonly pressedAt?: Instant | undefined }
  );

/**
 * Writes somebody's own answer to a round, from panel or card.
 * @returns the answer to store, or `known` itself where this command has been done already; of the same revision where it is
 * but a later press of the same
 * @throws DialogueError `AnswerEmpty`; `RoundClosed` when a living answer would change after closing; `AnswerChanged`
 * when another stands there than the person saw; `AnswerOnBehalf` for a card over a side's own wording
 */
export function writeOwn(round: Round, known: Answer | undefined, command: WriteOwn, text: string): Answer {
  if (known !== undefined && isDone(known, command)) return pressedAgain(known, command);
  const words = text.trim();
  if (isBlank(words)) throw new DialogueError('AnswerEmpty');
  const standing = known !== undefined && isLiving(known) ? known : undefined;
  if (standing !== undefined && round.status === 'closed') throw new DialogueError('RoundClosed', round.id);
  checkSeen(standing, command);
  // Also after a deletion: whose answer is gone may write a new one, which is late where the round is closed.
  const begun = standing === undefined ? firstAnswer(round, command) : ({ ...standing, life: 'edited' } as const);
  return { ...begun, ...writtenBy(round, command), ...countedOn(known, command), text: words, side: sideOf(command) };
}

/** The card does not ask on whose behalf: what it carries is a person's own. */
const sideOf = (command: WriteOwn): Side | undefined => (command.from === 'panel' ? command.side : undefined);

function checkSeen(standing: Answer | undefined, command: WriteOwn): void {
  // The card shows nobody what they wrote: what a side has agreed on is not replaced there unseen.
  if (command.from === 'card' && standing?.side !== undefined) throw new DialogueError('AnswerOnBehalf');
  if (command.from === 'panel' && command.over !== (standing?.revision ?? 0)) throw new DialogueError('AnswerChanged');
}

const firstAnswer = (round: Round, { by, at }: WriteOwn) =>
  ({ key: ownKey(by.person), round: round.id, source: 'own', life: 'posted', postedAt: at }) as const;

const writtenBy = (round: Round, { by, at, id }: WriteOwn): Pick<Answer, 'author' | 'at' | 'command'> => ({
  author: MODES[round.mode].author === 'kept' ? by : undefined,
  at,
  command: id,
});

const countedOn = (
  known: Answer | undefined,
  command: WriteOwn,
): Pick<Answer, 'revision' | 'pressedAt' | 'earlier'> => ({
  revision: (known?.revision ?? 0) + 1,
  earlier: commandsBefore(known),
  pressedAt: command.from === 'card' ? command.pressedAt : known?.pressedAt,
});

/**
 * Whoever heard that it may not be stored presses once more: Teams may bring that press again, too, after they have written
 * something else or deleted it, so its time is remembered.
 */
const pressedAgain = (known: Answer, command: WriteOwn): Answer =>
  command.from === 'card' && (command.pressedAt ?? '') > (known.pressedAt ?? '')
    ? { ...known, pressedAt: command.pressedAt }
    : known;

/** A press of the card that Teams brings again may come after others, and under a new id: its time tells. */
function isDone(known: Answer, command: WriteOwn): boolean {
  if (command.from === 'panel') return isDoneBy(known, command.id);
  // A card's id is its words, and somebody may well write the same once more after something else.
  if (known.command === command.id) return true;
  if (command.pressedAt === undefined) return false;
  return known.pressedAt !== undefined && command.pressedAt <= known.pressedAt;
}

/** `over`: revision of what they saw; absent where they want it gone, whatever it says. */
export type DeleteOwn = OwnAnswerCommand & { readonly over?: number | undefined };

/**
 * Deletes somebody's own answer; possible at any time, also after closing.
 * @throws DialogueError `AnswerNotFound`; `AnswerChanged` when another stands there than was seen
 */
export function deleteOwn(known: Answer | undefined, command: DeleteOwn): Answer {
  if (known === undefined) throw new DialogueError('AnswerNotFound');
  if (isDoneBy(known, command.id) || !isLiving(known)) return known;
  if (command.over !== undefined && command.over !== known.revision) throw new DialogueError('AnswerChanged');
  return {
    ...known,
    life: 'deleted',
    text: undefined,
    side: undefined,
    at: command.at,
    revision: known.revision + 1,
    command: command.id,
    earlier: commandsBefore(known),
  };
}
