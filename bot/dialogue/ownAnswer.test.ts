import { describe, expect, it } from 'vitest';
import type { Round } from './meeting.ts';
import { deleteOwn, type OwnAnswerCommand, writeOwn } from './ownAnswer.ts';
import { anna, answer, at, frozen } from './testing/samples.ts';

const open: Round = { id: 'r001', status: 'open', question: '3/1', mode: 'open', putAt: at(0), putBy: 'Lone Ravn' };
const closed: Round = { ...open, status: 'closed', closedAt: at(60_000) };

const command = (id: string, moment: number): OwnAnswerCommand => ({ id, at: at(moment), by: anna });

describe('writeOwn', () => {
  it('writes a first answer, without the space around it', () => {
    expect(writeOwn(open, undefined, command('c1', 5_000), '  En fast makker\n')).toEqual({
      key: 'mperson-anna',
      round: 'r001',
      source: 'own',
      author: anna,
      life: 'posted',
      text: 'En fast makker',
      at: at(5_000),
      postedAt: at(5_000),
      revision: 1,
      command: 'c1',
    });
  });

  it('changes an answer and keeps when it was first written', () => {
    const changed = writeOwn(open, frozen(answer()), command('c2', 9_000), 'To makkere');
    expect(changed).toMatchObject({
      life: 'edited',
      text: 'To makkere',
      at: at(9_000),
      postedAt: at(5_000),
      revision: 2,
    });
  });

  it('changes nothing for a command that was done already, also after closing', () => {
    const known = answer({ command: 'c1' });
    expect(writeOwn(open, known, command('c1', 9_000), 'noget andet')).toBe(known);
    expect(writeOwn(closed, known, command('c1', 99_000), 'noget andet')).toBe(known);
  });

  it('keeps a first answer to a closed round', () => {
    expect(writeOwn(closed, undefined, command('c1', 99_000), 'Sent')).toMatchObject({
      text: 'Sent',
      postedAt: at(99_000),
    });
  });

  it('refuses to change an answer after closing', () => {
    expect(() => writeOwn(closed, answer(), command('c2', 99_000), 'Nyt')).toThrow(
      expect.objectContaining({ code: 'RoundClosed' }),
    );
  });

  it.each(['', '  \n\t ', '\u0000\u0007\u009f'])('refuses the empty answer %j', (empty) => {
    expect(() => writeOwn(open, undefined, command('c1', 0), empty)).toThrow(
      expect.objectContaining({ code: 'AnswerEmpty' }),
    );
  });

  it('writes anew after a deletion, as a first answer', () => {
    const deleted = deleteOwn(answer(), command('c2', 9_000));
    const anew = writeOwn(closed, deleted, command('c3', 99_000), 'Igen');
    expect(anew).toMatchObject({ life: 'posted', text: 'Igen', postedAt: at(99_000), revision: 3, author: anna });
  });
});

describe('deleteOwn', () => {
  it('erases the text', () => {
    const deleted = deleteOwn(frozen(answer()), command('c2', 9_000));
    expect(deleted).toMatchObject({ life: 'deleted', at: at(9_000), revision: 2, command: 'c2' });
    expect(JSON.stringify(deleted)).not.toContain('makker');
  });

  it('changes nothing the second time', () => {
    const deleted = deleteOwn(answer(), command('c2', 9_000));
    expect(deleteOwn(deleted, command('c2', 9_000))).toBe(deleted);
    expect(deleteOwn(deleted, command('c3', 10_000))).toBe(deleted);
  });

  it('refuses where there is no answer', () => {
    expect(() => deleteOwn(undefined, command('c2', 0))).toThrow(expect.objectContaining({ code: 'AnswerNotFound' }));
  });
});
