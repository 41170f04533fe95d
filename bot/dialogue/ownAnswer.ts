import { type Answer, isLiving, ownKey } from './answer.ts';
import { DialogueError } from './errors.ts';
import type { CommandId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Person, Round } from './meeting.ts';
import { MODES } from './modes.ts';

/** Control characters other than line breaks and tabs show nothing, so an answer of them alone is empty. */
const UNSEEN = /[^\P{Cc}\n\t]/gu;

export interface OwnAnswerCommand {
  readonly id: CommandId;
  readonly at: Instant;
  readonly by: Person;
}

/**
 * Writes somebody's own answer to a round, from panel or card.
 * @returns the answer to store, or `known` itself where this command has been done already
 * @throws DialogueError `AnswerEmpty`, or `RoundClosed` when a living answer would change after closing
 */
export function writeOwn(round: Round, known: Answer | undefined, command: OwnAnswerCommand, text: string): Answer {
  if (known?.command === command.id) return known;
  const words = text.trim();
  if (words.replace(UNSEEN, '').trim() === '') throw new DialogueError('AnswerEmpty');
  if (known === undefined || !isLiving(known)) return firstAnswer(round, known, command, words);
  if (round.status === 'closed') throw new DialogueError('RoundClosed', round.id);
  return { ...known, ...by(round, command), life: 'edited', text: words, revision: known.revision + 1 };
}

/** Also after a deletion: whose answer is gone may write a new one, which is late where the round is closed. */
const firstAnswer = (round: Round, known: Answer | undefined, command: OwnAnswerCommand, text: string): Answer => ({
  key: ownKey(command.by.person),
  round: round.id,
  source: 'own',
  life: 'posted',
  text,
  postedAt: command.at,
  revision: (known?.revision ?? 0) + 1,
  ...by(round, command),
});

const by = (round: Round, command: OwnAnswerCommand): Pick<Answer, 'author' | 'at' | 'command'> => ({
  author: MODES[round.mode].author === 'kept' ? command.by : undefined,
  at: command.at,
  command: command.id,
});

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
    at: command.at,
    revision: known.revision + 1,
    command: command.id,
  };
}
