import { describe, expect, it } from 'vitest';
import type { Round } from './meeting.ts';
import { deleteOwn, type WriteOwn, writeOwn } from './ownAnswer.ts';
import { anna, answer, at, frozen } from './testing/samples.ts';

const open: Round = { id: 'r001', status: 'open', question: '3/1', mode: 'open', putAt: at(0), putBy: 'Lone Ravn' };
const closed: Round = { ...open, status: 'closed', closedAt: at(60_000) };

const command = (id: string, moment: number, over = 0): WriteOwn => ({
  id,
  at: at(moment),
  by: anna,
  from: 'panel',
  over,
});
/** A press of the card, which Teams' clock puts at `moment`. */
const press = (id: string, moment: number): WriteOwn => ({
  id,
  at: at(moment + 700),
  by: anna,
  from: 'card',
  pressedAt: at(moment),
});

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
    const changed = writeOwn(open, frozen(answer()), command('c2', 9_000, 1), 'To makkere');
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
    expect(() => writeOwn(closed, answer(), command('c2', 99_000, 1), 'Nyt')).toThrow(
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

describe('writing from several places', () => {
  it.each([
    ['another answer than was seen', answer({ revision: 2 }), 1],
    ['an answer where none was seen', answer(), 0],
    ['none where one was seen', undefined, 1],
    ['a deleted one where it was seen', deleteOwn(answer(), command('c9', 8_000)), 1],
  ])('refuses to write in the panel over %s', (_, known, over) => {
    expect(() => writeOwn(open, known, command('c2', 9_000, over), 'Nyt')).toThrow(
      expect.objectContaining({ code: 'AnswerChanged' }),
    );
  });

  it('takes a new answer where one was deleted, and the person saw none', () => {
    const deleted = deleteOwn(answer(), command('c2', 8_000));
    expect(writeOwn(open, deleted, command('c3', 9_000, 0), 'Igen').text).toBe('Igen');
  });

  it('lets the card replace whatever stands there', () => {
    const pressed = writeOwn(open, answer({ revision: 4 }), press('c2', 9_000), 'Fra kortet');
    expect(pressed).toMatchObject({ text: 'Fra kortet', revision: 5, life: 'edited', pressedAt: at(9_000) });
  });

  it('knows a press that is brought again under a new id after others by when it was pressed', () => {
    const first = writeOwn(open, undefined, press('card-1', 1_000), 'Først');
    const second = writeOwn(open, first, press('card-2', 2_000), 'Så');
    expect(writeOwn(open, second, press('card-1', 1_000), 'Først')).toBe(second);
    const inPanel = writeOwn(open, second, command('c3', 3_000, 2), 'Til sidst');
    expect(writeOwn(open, inPanel, press('card-2', 2_000), 'Så')).toBe(inPanel);
    const deleted = deleteOwn(inPanel, command('c4', 4_000));
    expect(writeOwn(open, deleted, press('card-2', 2_000), 'Så')).toBe(deleted);
    expect(writeOwn(open, deleted, press('card-5', 5_000), 'Nyt').text).toBe('Nyt');
  });

  it('takes a press of which Teams does not say when it was', () => {
    const untold: WriteOwn = { id: 'c2', at: at(9_000), by: anna, from: 'card' };
    expect(writeOwn(open, answer({ pressedAt: at(5_000) }), untold, 'Nyt').text).toBe('Nyt');
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
