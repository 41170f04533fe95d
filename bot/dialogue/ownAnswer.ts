import { type Answer, isBlank, isLiving, ownKey } from './answer.ts';
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
 * @returns the answer to store, or `known` itself where this command has been done already
 * @throws DialogueError `AnswerEmpty`; `RoundClosed` when a living answer would change after closing; `AnswerChanged`
 * when another stands there than the person saw
 */
export function writeOwn(round: Round, known: Answer | undefined, command: WriteOwn, text: string): Answer {
  if (known !== undefined && isDone(known, command)) return known;
  const words = text.trim();
  if (isBlank(words)) throw new DialogueError('AnswerEmpty');
  const standing = known !== undefined && isLiving(known) ? known : undefined;
  if (standing !== undefined && round.status === 'closed') throw new DialogueError('RoundClosed', round.id);
  if (command.from === 'panel') checkSeen(standing, command.over);
  // Also after a deletion: whose answer is gone may write a new one, which is late where the round is closed.
  const begun = standing === undefined ? firstAnswer(round, command) : ({ ...standing, life: 'edited' } as const);
  return { ...begun, ...writtenBy(round, command), ...countedOn(known, command), text: words, side: sideOf(command) };
}

/** The card does not ask on whose behalf: what it carries is a person's own. */
const sideOf = (command: WriteOwn): Side | undefined => (command.from === 'panel' ? command.side : undefined);

function checkSeen(standing: Answer | undefined, over: number): void {
  if (over !== (standing?.revision ?? 0)) throw new DialogueError('AnswerChanged');
}

const firstAnswer = (round: Round, { by, at }: WriteOwn) =>
  ({ key: ownKey(by.person), round: round.id, source: 'own', life: 'posted', postedAt: at }) as const;

const writtenBy = (round: Round, { by, at, id }: WriteOwn): Pick<Answer, 'author' | 'at' | 'command'> => ({
  author: MODES[round.mode].author === 'kept' ? by : undefined,
  at,
  command: id,
});

const countedOn = (known: Answer | undefined, command: WriteOwn): Pick<Answer, 'revision' | 'pressedAt'> => ({
  revision: (known?.revision ?? 0) + 1,
  pressedAt: command.from === 'card' ? command.pressedAt : known?.pressedAt,
});

/** A press of the card that Teams brings again may come after others, and under a new id: its time tells. */
function isDone(known: Answer, command: WriteOwn): boolean {
  if (known.command === command.id) return true;
  if (command.from === 'panel' || command.pressedAt === undefined) return false;
  return known.pressedAt !== undefined && command.pressedAt <= known.pressedAt;
}

/**
 * Deletes somebody's own answer; possible at any time, also after closing.
 * @throws DialogueError `AnswerNotFound`
 */
export function deleteOwn(known: Answer | undefined, command: OwnAnswerCommand): Answer {
  if (known === undefined) throw new DialogueError('AnswerNotFound');
  if (known.command === command.id || !isLiving(known)) return known;
  return {
    ...known,
    life: 'deleted',
    text: undefined,
    side: undefined,
    at: command.at,
    revision: known.revision + 1,
    command: command.id,
  };
}
