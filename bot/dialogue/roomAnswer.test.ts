import { describe, expect, it } from 'vitest';
import { type Answer, isLate } from './answer.ts';
import type { Names, Round } from './meeting.ts';
import { forgotten } from './mine.ts';
import { deleteRoom, type WriteRoom, writeRoom } from './roomAnswer.ts';
import { anna, at, frozen, jens, lone } from './testing/samples.ts';
import { withRules } from './testing/withRules.ts';

const KEY = 'o12345678';
const round: Round = {
  id: 'r001',
  status: 'open',
  question: '3/1',
  mode: 'open',
  putAt: at(0),
  putBy: 'Lone Ravn',
};
const closed: Round = frozen({ ...round, status: 'closed', closedAt: at(60_000) });
const command = (more: Partial<WriteRoom> = {}): WriteRoom => ({
  id: 'command-1',
  at: at(5_000),
  by: lone,
  over: 0,
  ...more,
});
const write = (
  known: Answer | undefined,
  more: Partial<WriteRoom> = {},
  text = 'En fast makker',
  where: Round = round,
  names: Names = 'shown',
) => writeRoom({ round: where, key: KEY, names }, frozen(known), command(more), text);
const refusedWith = (code: string): unknown => expect.objectContaining({ name: 'DialogueError', code });

const first = frozen(write(undefined, { said: anna }));
const deleted = frozen(deleteRoom(first, { id: 'command-2', at: at(9_000), over: 1 }));

describe('what was said in the room', () => {
  it('is written down, with a name or without', () => {
    const nameless = write(undefined, {}, ' En fast makker \n');
    expect(nameless).toEqual({
      key: KEY,
      round: 'r001',
      source: 'room',
      author: undefined,
      life: 'posted',
      text: 'En fast makker',
      at: at(5_000),
      postedAt: at(5_000),
      revision: 1,
      command: 'command-1',
    });
    expect(first).toEqual({ ...nameless, author: anna, writtenBy: lone });
  });

  it.each(['', ' ', '\n\t ', '\u0000\u0007', '\u200b\u2800'])('is something (%j is not)', (text) => {
    expect(() => write(undefined, {}, text)).toThrow(refusedWith('AnswerEmpty'));
    expect(() => write(first, { id: 'command-2', over: 1 }, text)).toThrow(refusedWith('AnswerEmpty'));
  });

  it('is written once by a command that comes twice, also when it was corrected with it', () => {
    expect(write(first, { over: 0 }, 'Noget andet')).toBe(first);
    const corrected = write(first, { id: 'command-2', over: 1 }, 'Rettet');
    expect(write(corrected, { id: 'command-2', over: 1 }, 'Rettet')).toBe(corrected);
  });

  it('is corrected over what was seen, and keeps when it was said and who said it', () => {
    const corrected = write(first, { id: 'command-2', at: at(8_000), over: 1 }, 'Rettet');
    expect(corrected).toEqual({
      ...first,
      life: 'edited',
      text: 'Rettet',
      at: at(8_000),
      revision: 2,
      command: 'command-2',
      earlier: ['command-1'],
    });
  });

  it('is another’s where it is corrected so', () => {
    expect(write(first, { id: 'command-2', over: 1, said: jens }).author).toEqual(jens);
  });

  it.each([
    ['something stands there that was not seen', first, 0],
    ['something newer stands there', first, 2],
    ['nothing stands there', undefined, 1],
    ['it was deleted meanwhile', deleted, 1],
  ])('is not written over where %s', (_, known, over) => {
    expect(() => write(known, { id: 'command-3', over })).toThrow(refusedWith('AnswerChanged'));
  });

  it('is never late: after closing the committee talks', () => {
    const after = write(undefined, { at: at(90_000) }, 'Bagefter', closed);
    expect(after).toMatchObject({ life: 'posted', postedAt: at(90_000) });
    expect(isLate(after, closed)).toBe(false);
    expect(isLate({ ...after, source: 'own' }, closed)).toBe(true);
    expect(write(first, { id: 'command-2', over: 1, at: at(90_000) }, 'Rettet', closed).text).toBe('Rettet');
  });

  it('names nobody where names are hidden, nor who wrote it down', () => {
    const hidden = write(undefined, { said: anna }, 'Noget', round, 'hidden');
    expect([hidden.author, hidden.writtenBy]).toEqual([undefined, undefined]);
    expect(write(undefined).writtenBy).toBeUndefined();
  });

  it('is known to have been on paper, also when it is corrected', () => {
    const paper = write(undefined, { on: 'paper' });
    expect(paper.paper).toBe(true);
    expect(write(paper, { id: 'command-2', over: 1 }).paper).toBe(true);
    expect(first.paper).toBeUndefined();
  });

  it('is in the name of whoever wrote it last', () => {
    expect(write(first, { id: 'command-2', over: 1, by: jens }).writtenBy).toEqual(jens);
  });

  it('names nobody where the mode keeps no author', () => {
    withRules({ author: 'dropped' }, () => {
      expect(write(undefined, { said: anna }).author).toBeUndefined();
      expect(write(first, { id: 'command-2', over: 1 }).author).toBeUndefined();
    });
  });
});

describe('what is taken back', () => {
  it('leaves neither words nor name', () => {
    expect(deleted).toEqual({
      ...first,
      life: 'deleted',
      text: undefined,
      author: undefined,
      writtenBy: undefined,
      at: at(9_000),
      revision: 2,
      command: 'command-2',
      earlier: ['command-1'],
    });
    expect(JSON.stringify(deleted)).not.toMatch(/Anna|person-anna|makker|Lone/);
  });

  it('stays as it is, however often it is taken back', () => {
    expect(deleteRoom(deleted, { id: 'command-2', at: at(10_000), over: 1 })).toBe(deleted);
    expect(deleteRoom(deleted, { id: 'command-3', at: at(10_000), over: 1 })).toBe(deleted);
  });

  it('is not brought back by a request that arrives after it, whatever was written meanwhile', () => {
    expect(write(deleted, { over: 0 })).toBe(deleted);
    const anew = write(deleted, { id: 'command-3', at: at(20_000) }, 'Alligevel');
    expect(write(anew, { over: 0 })).toBe(anew);
    expect(deleteRoom(anew, { id: 'command-2', at: at(21_000), over: 1 })).toBe(anew);
  });

  it('is not something newer than was seen', () => {
    const corrected = frozen(write(first, { id: 'command-4', over: 1 }, 'Rettet'));
    const stale = { id: 'command-5', at: at(9_000), over: 1 };
    expect(() => deleteRoom(corrected, stale)).toThrow(refusedWith('AnswerChanged'));
    expect(deleteRoom(corrected, { ...stale, over: 2 }).life).toBe('deleted');
  });

  it('stays away where the person whose name stood there has deleted it', () => {
    const gone = frozen(forgotten(first, at(9_000)));
    expect(JSON.stringify(gone)).not.toMatch(/Anna|Lone|makker/);
    for (const over of [0, 1]) {
      const again = () => write(gone, { id: 'command-3', over, said: anna });
      expect(again).toThrow(refusedWith('AnswerNotFound'));
    }
    expect(write(gone)).toBe(gone);
  });

  it('was there', () => {
    expect(() => deleteRoom(undefined, { id: 'command-2', at: at(0), over: 0 })).toThrow(refusedWith('AnswerNotFound'));
  });

  it('can be written anew, as something that is said now', () => {
    const anew = write(deleted, { id: 'command-3', at: at(20_000) }, 'Alligevel');
    expect(anew).toMatchObject({ life: 'posted', text: 'Alligevel', postedAt: at(20_000), revision: 3 });
    expect(anew.author).toBeUndefined();
  });
});
