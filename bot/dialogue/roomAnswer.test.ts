import { describe, expect, it } from 'vitest';
import { type Answer, isLate } from './answer.ts';
import type { Round } from './meeting.ts';
import { deleteRoom, type WriteRoom, writeRoom } from './roomAnswer.ts';
import { anna, at, frozen, jens } from './testing/samples.ts';
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
const command = (more: Partial<WriteRoom> = {}): WriteRoom => ({ id: 'command-1', at: at(5_000), over: 0, ...more });
const write = (
  known: Answer | undefined,
  more: Partial<WriteRoom> = {},
  text = 'En fast makker',
  where: Round = round,
) => writeRoom(where, KEY, frozen(known), command(more), text);
const refusedWith = (code: string): unknown => expect.objectContaining({ name: 'DialogueError', code });

const first = frozen(write(undefined, { said: anna }));
const deleted = frozen(deleteRoom(first, { id: 'command-2', at: at(9_000) }));

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
    expect(first).toEqual({ ...nameless, author: anna });
  });

  it.each(['', ' ', '\n\t ', '\u0000\u0007'])('is something (%j is not)', (text) => {
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
      at: at(9_000),
      revision: 2,
      command: 'command-2',
    });
    expect(JSON.stringify(deleted)).not.toMatch(/Anna|person-anna|makker/);
  });

  it('stays as it is, however often it is taken back', () => {
    expect(deleteRoom(deleted, { id: 'command-2', at: at(10_000) })).toBe(deleted);
    expect(deleteRoom(deleted, { id: 'command-3', at: at(10_000) })).toBe(deleted);
  });

  it('was there', () => {
    expect(() => deleteRoom(undefined, { id: 'command-2', at: at(0) })).toThrow(refusedWith('AnswerNotFound'));
  });

  it('can be written anew, as something that is said now', () => {
    const anew = write(deleted, { id: 'command-3', at: at(20_000) }, 'Alligevel');
    expect(anew).toMatchObject({ life: 'posted', text: 'Alligevel', postedAt: at(20_000), revision: 3 });
    expect(anew.author).toBeUndefined();
  });
});
