import { describe, expect, it } from 'vitest';
import type { Round } from './meeting.ts';
import { type DeleteOwn, deleteOwn, type WriteOwn, writeOwn } from './ownAnswer.ts';
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
const gone = (id: string, moment: number): DeleteOwn => ({ id, at: at(moment), by: anna });
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

  it('takes signs that are put together of others, as they are', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    expect(writeOwn(open, undefined, command('c1', 0), family).text).toBe(family);
  });

  it('brings no old words back where a request arrives after later ones', () => {
    const first = writeOwn(open, undefined, command('c1', 1_000), 'Først');
    const deleted = frozen(deleteOwn(first, gone('c2', 2_000)));
    expect(writeOwn(open, deleted, command('c1', 3_000), 'Først')).toBe(deleted);
    const anew = frozen(writeOwn(open, deleted, command('c3', 4_000), 'Så'));
    expect(writeOwn(open, anew, command('c1', 5_000), 'Først')).toBe(anew);
    expect(deleteOwn(anew, gone('c2', 6_000))).toBe(anew);
  });

  it('remembers its last sixteen commands', () => {
    let known = writeOwn(open, undefined, command('c0', 0), 'Noget');
    for (let count = 1; count < 17; count += 1)
      known = writeOwn(open, known, command(`c${count}`, count, count), 'Nyt');
    const late = (id: string) => writeOwn(open, known, command(id, 99, 17), 'Igen') === known;
    expect(['c0', 'c1', 'c15', 'c16'].map(late)).toEqual([false, true, true, true]);
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

  it.each(['', '  \n\t ', '\u0000\u0007\u009f', '\u200b', '\u2800', '\u00ad\u202e', '\u3164\u034f\ufeff'])(
    'refuses the empty answer %j',
    (empty) => {
      expect(() => writeOwn(open, undefined, command('c1', 0), empty)).toThrow(
        expect.objectContaining({ code: 'AnswerEmpty' }),
      );
    },
  );

  it('writes anew after a deletion, as a first answer', () => {
    const deleted = deleteOwn(answer(), gone('c2', 9_000));
    const anew = writeOwn(closed, deleted, command('c3', 99_000), 'Igen');
    expect(anew).toMatchObject({ life: 'posted', text: 'Igen', postedAt: at(99_000), revision: 3, author: anna });
  });
});

describe('writing from several places', () => {
  it.each([
    ['another answer than was seen', answer({ revision: 2 }), 1],
    ['an answer where none was seen', answer(), 0],
    ['none where one was seen', undefined, 1],
    ['a deleted one where it was seen', deleteOwn(answer(), gone('c9', 8_000)), 1],
  ])('refuses to write in the panel over %s', (_, known, over) => {
    expect(() => writeOwn(open, known, command('c2', 9_000, over), 'Nyt')).toThrow(
      expect.objectContaining({ code: 'AnswerChanged' }),
    );
  });

  it('takes a new answer where one was deleted, and the person saw none', () => {
    const deleted = deleteOwn(answer(), gone('c2', 8_000));
    expect(writeOwn(open, deleted, command('c3', 9_000, 0), 'Igen').text).toBe('Igen');
  });

  it('lets the card replace whatever stands there', () => {
    const pressed = writeOwn(open, answer({ revision: 4 }), press('c2', 9_000), 'Fra kortet');
    expect(pressed).toMatchObject({ text: 'Fra kortet', revision: 5, life: 'edited', pressedAt: at(9_000) });
  });

  it('does not let the card replace what a side has agreed on', () => {
    const agreed = answer({ side: 'employees' });
    expect(() => writeOwn(open, agreed, press('c2', 9_000), 'Min egen mening')).toThrow(
      expect.objectContaining({ code: 'AnswerOnBehalf' }),
    );
    expect(writeOwn(open, agreed, command('c2', 9_000, 1), 'Min egen').side).toBeUndefined();
    const deleted = deleteOwn(agreed, gone('c3', 9_500));
    expect(writeOwn(open, deleted, press('c4', 9_900), 'Min egen').text).toBe('Min egen');
  });

  it('takes the same words from the card once more, after others', () => {
    const first = writeOwn(open, undefined, press('card-1', 1_000), 'Først');
    const second = writeOwn(open, first, press('card-2', 2_000), 'Så');
    expect(writeOwn(open, second, press('card-1', 3_000), 'Først').text).toBe('Først');
  });

  it('knows a press that is brought again under a new id after others by when it was pressed', () => {
    const first = writeOwn(open, undefined, press('card-1', 1_000), 'Først');
    const second = writeOwn(open, first, press('card-2', 2_000), 'Så');
    expect(writeOwn(open, second, press('card-1', 1_000), 'Først')).toBe(second);
    const inPanel = writeOwn(open, second, command('c3', 3_000, 2), 'Til sidst');
    expect(writeOwn(open, inPanel, press('card-2', 2_000), 'Så')).toBe(inPanel);
    const deleted = deleteOwn(inPanel, gone('c4', 4_000));
    expect(writeOwn(open, deleted, press('card-2', 2_000), 'Så')).toBe(deleted);
    expect(writeOwn(open, deleted, press('card-5', 5_000), 'Nyt').text).toBe('Nyt');
  });

  it('brings nothing back by the second of two presses in the same words, of which the first was stored unheard', () => {
    const first = writeOwn(open, undefined, press('card-1', 1_000), 'Først');
    const again = writeOwn(open, first, press('card-1', 4_000), 'Først');
    expect(again).toEqual({ ...first, pressedAt: at(4_000) });
    expect(writeOwn(open, again, press('card-1', 1_000), 'Først')).toBe(again);
    const inPanel = writeOwn(open, again, command('c2', 5_000, 1), 'Til sidst');
    const deleted = deleteOwn(inPanel, gone('c3', 6_000));
    for (const known of [inPanel, deleted]) {
      expect(writeOwn(open, known, press('card-1', 4_000), 'Først')).toBe(known);
      expect(writeOwn(open, known, press('card-1', 7_000), 'Først').text).toBe('Først');
    }
  });

  it('takes a press of which Teams does not say when it was', () => {
    const untold: WriteOwn = { id: 'c2', at: at(9_000), by: anna, from: 'card' };
    expect(writeOwn(open, answer({ pressedAt: at(5_000) }), untold, 'Nyt').text).toBe('Nyt');
  });
});

describe('deleteOwn', () => {
  it('erases the text', () => {
    const deleted = deleteOwn(frozen(answer()), gone('c2', 9_000));
    expect(deleted).toMatchObject({ life: 'deleted', at: at(9_000), revision: 2, command: 'c2' });
    expect(JSON.stringify(deleted)).not.toContain('makker');
  });

  it('changes nothing the second time', () => {
    const deleted = deleteOwn(answer(), gone('c2', 9_000));
    expect(deleteOwn(deleted, gone('c2', 9_000))).toBe(deleted);
    expect(deleteOwn(deleted, gone('c3', 10_000))).toBe(deleted);
  });

  it('deletes what was seen and nothing newer, and whatever stands there for whoever names no revision', () => {
    const newer = answer({ revision: 2 });
    const seen = (over: number | undefined) => ({ id: 'c2', at: at(9_000), by: anna, over });
    expect(() => deleteOwn(newer, seen(1))).toThrow(expect.objectContaining({ code: 'AnswerChanged' }));
    for (const over of [2, undefined]) expect(deleteOwn(newer, seen(over)).life).toBe('deleted');
  });

  it('refuses where there is no answer', () => {
    expect(() => deleteOwn(undefined, gone('c2', 0))).toThrow(expect.objectContaining({ code: 'AnswerNotFound' }));
  });
});
