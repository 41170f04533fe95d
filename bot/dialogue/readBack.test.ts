import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { decide } from './decide.ts';
import type { Thread } from './held.ts';
import { instantOf } from './instant.ts';
import { merge } from './merge.ts';
import { duePost, type Post, type PostState } from './post.ts';
import { correctionOf as correctionAt, isInDoubt, type ReplyFound, rootsOf, roundsToReadBack } from './readBack.ts';
import { answer, at, chosen, jens, lone, opened } from './testing/samples.ts';

const MESSAGE = '1778745607000';
const MINUTE = 60_000;
const later = (milliseconds: number): string => instantOf(Number(MESSAGE) + milliseconds);

const found = (more: Partial<ReplyFound> = {}): ReplyFound => ({
  message: MESSAGE,
  author: jens,
  text: 'Mere tid',
  changedAt: later(0),
  ...more,
});

const kept = (more: Partial<Answer> = {}): Answer =>
  answer({
    key: `t${MESSAGE}`,
    source: 'thread',
    author: jens,
    text: 'Mere tid',
    life: 'posted',
    at: later(0),
    postedAt: later(0),
    revision: 0,
    command: undefined,
    ...more,
  });

/** Asked for a few minutes after, where nothing else is said. */
const correctionOf = (seen: ReplyFound, known: Answer | undefined, askedAt = later(3 * MINUTE)) =>
  correctionAt(seen, known, askedAt);

/** What is kept of a reply once it has been read back. */
function after(seen: ReplyFound, known: Answer, askedAt?: string): Answer {
  const correction = correctionOf(seen, known, askedAt);
  return correction === undefined ? known : merge(known, { ...known, ...correction });
}

describe('correctionOf', () => {
  it('takes in what nobody told of', () => {
    expect(correctionOf(found(), undefined)).toEqual({
      key: `t${MESSAGE}`,
      source: 'thread',
      author: jens,
      life: 'posted',
      text: 'Mere tid',
      at: later(0),
      postedAt: later(0),
    });
    expect(correctionOf(found({ editedAt: later(9) }), undefined)).toMatchObject({ life: 'edited', at: later(9) });
    expect(correctionOf(found({ text: '' }), undefined)).toMatchObject({ text: '' });
    expect(correctionOf(found({ deletedAt: later(9), text: undefined }), undefined)).toBeUndefined();
  });

  it('changes nothing that is known so already', () => {
    expect(correctionOf(found(), kept())).toBeUndefined();
    expect(correctionOf(found({ editedAt: later(7) }), kept({ life: 'edited', at: later(7) }))).toBeUndefined();
    // Somebody liked it.
    expect(correctionOf(found({ changedAt: later(MINUTE) }), kept())).toBeUndefined();
    const gone = kept({ life: 'deleted', text: undefined, at: later(9) });
    expect(correctionOf(found({ deletedAt: later(8), text: undefined }), gone)).toBeUndefined();
  });

  it('takes the last words where an edit was not told', () => {
    const seen = found({ text: 'Flere hænder', editedAt: later(MINUTE), changedAt: later(MINUTE) });
    expect(after(seen, kept())).toMatchObject({ life: 'edited', text: 'Flere hænder', at: later(MINUTE) });
  });

  it('brings no older words back from a list that lags behind', () => {
    const edited = kept({ life: 'edited', text: 'Flere hænder', at: later(MINUTE) });
    expect(after(found(), edited)).toBe(edited);
    const withdrawn = kept({ life: 'textMissing', text: undefined, at: later(MINUTE) });
    expect(after(found(), withdrawn)).toBe(withdrawn);
  });

  it('takes the words that an edit was told without', () => {
    const withdrawn = kept({ life: 'textMissing', text: undefined, at: later(MINUTE) });
    const seen = found({ text: 'Flere hænder', editedAt: later(MINUTE - 200), changedAt: later(MINUTE - 200) });
    expect(after(seen, withdrawn)).toMatchObject({ life: 'edited', text: 'Flere hænder' });
  });

  it('takes away what is deleted in Teams, whatever was told of it last', () => {
    for (const life of ['posted', 'edited', 'textMissing'] as const) {
      const known = kept({ life, text: life === 'textMissing' ? undefined : 'Mere tid', at: later(MINUTE) });
      const seen = found({ text: undefined, deletedAt: later(MINUTE + 1), changedAt: later(MINUTE + 1) });
      expect(after(seen, known)).toMatchObject({ life: 'deleted', text: undefined });
    }
  });

  it.each([
    ['undeleted', 2 * MINUTE],
    ['undeleted', MINUTE + 3_000],
    ['textMissing', 2 * MINUTE],
    ['edited', 2 * MINUTE],
  ] as const)('leaves what was brought back since the list was made, and is %s', (life, since) => {
    const known = kept({ life, text: life === 'textMissing' ? undefined : 'Nyt', at: later(since) });
    expect(after(found({ text: undefined, deletedAt: later(MINUTE), changedAt: later(MINUTE) }), known)).toBe(known);
  });

  it('brings nothing back of which nobody told when it was deleted', () => {
    const gone = kept({ life: 'deleted', text: undefined });
    expect(after(found({ changedAt: later(MINUTE) }), gone)).toBe(gone);
  });

  it('changes what is known, and takes nothing in, where nobody knows whose it is', () => {
    expect(correctionOf(found({ author: undefined }), undefined)).toBeUndefined();
    const seen = found({ author: undefined, text: undefined, deletedAt: later(1), changedAt: later(1) });
    expect(after(seen, kept())).toMatchObject({ life: 'deleted', author: jens });
  });

  it('brings a deleted reply back only where Teams has changed it since', () => {
    const gone = kept({ life: 'deleted', text: undefined, at: later(MINUTE) });
    expect(after(found(), gone)).toBe(gone);
    expect(after(found({ changedAt: later(MINUTE + 4_000) }), gone)).toBe(gone);
    expect(after(found({ changedAt: later(2 * MINUTE) }), gone)).toMatchObject({ life: 'posted', text: 'Mere tid' });
  });

  it.each([-4_000, 0, 4_000])(
    'brings one back that was changed %i ms after its deletion only when no list lags behind any more',
    (since) => {
      const gone = kept({ life: 'deleted', text: undefined, at: later(MINUTE) });
      const seen = found({ changedAt: later(MINUTE + since) });
      const [soon, late] = [later(11 * MINUTE), later(11 * MINUTE + 1)];
      expect([after(seen, gone, soon), isInDoubt(seen, gone, soon)]).toEqual([gone, true]);
      expect(after(seen, gone, late)).toMatchObject({ life: 'posted', text: 'Mere tid' });
      expect(isInDoubt(seen, gone, late)).toBe(false);
    },
  );

  it('is never in doubt of what is known or was erased here, nor ever takes an older list for newer', () => {
    const gone = kept({ life: 'deleted', text: undefined, at: later(MINUTE) });
    const soon = later(2 * MINUTE);
    const deleted = found({ text: undefined, deletedAt: later(MINUTE), changedAt: later(MINUTE) });
    const atOnce = found({ changedAt: later(MINUTE) });
    const erased = kept({ life: 'forgotten', text: undefined, author: undefined, at: later(MINUTE) });
    expect(isInDoubt(deleted, gone, soon)).toBe(false);
    expect(isInDoubt(found({ changedAt: later(2 * MINUTE) }), gone, soon)).toBe(false);
    expect(isInDoubt(atOnce, kept(), soon)).toBe(false);
    expect(isInDoubt(atOnce, erased, soon)).toBe(false);
    expect([after(found(), gone, later(999 * MINUTE)), isInDoubt(found(), gone, soon)]).toEqual([gone, false]);
  });

  it('never brings back what was erased here', () => {
    const erased = kept({ life: 'forgotten', text: undefined, author: undefined, at: later(1) });
    const seen = found({ text: 'Igen', editedAt: later(MINUTE), changedAt: later(MINUTE) });
    expect(correctionOf(seen, erased)).toBeUndefined();
  });
});

describe('rootsOf', () => {
  const post = (key: string, state: PostState, more: Partial<Post> = {}): Post => ({
    ...duePost({ key, kind: 'question', round: key.slice(0, 4) }),
    state,
    ...more,
  });
  const sent = (root: string): PostState => ({ status: 'sent', place: { root, message: root } });

  it('names every thread whose replies are of the round', () => {
    const posts = [
      post('r001!p!q', sent('1'), { superfluous: [{ root: '2', message: '2' }] }),
      post('r001!p!a', sent('3')),
      post('r001!p!e!anna', sent('1')),
      post('r002!p!q', sent('4')),
    ];
    expect(rootsOf({ posts, threads: [] }, 'item', 'r001').map(({ message }) => message)).toEqual(['1', '2', '3']);
  });

  it('names none where nobody knows where the question stands', () => {
    const posts = [post('r001!p!q', { status: 'unknown' }), post('r001!p!a', { status: 'gone' })];
    expect(rootsOf({ posts, threads: [] }, 'item', 'r001')).toEqual([]);
  });

  it('names those whose first message was deleted, too', () => {
    const thread = (root: string, key: string, partition = 'item'): Thread => ({
      root,
      kind: 'question',
      post: { table: 'Meetings', partition, key },
    });
    const threads = [
      thread('1', 'r001!p!q'),
      thread('2', 'r001!p!q'),
      thread('3', 'r002!p!q'),
      thread('4', 'r001!p!q', 'another'),
    ];
    expect(rootsOf({ posts: [post('r001!p!q', sent('2'))], threads }, 'item', 'r001')).toEqual([
      { message: '2', isThere: true },
      { message: '1', isThere: false },
    ]);
  });
});

describe('roundsToReadBack', () => {
  const plan = opened({ plan: [1, 2, 3].map(chosen) });
  const then = (meeting: typeof plan, wish: object, moment: number) =>
    decide(meeting, { id: `command-${moment}`, at: at(moment), by: lone, ...wish } as Parameters<typeof decide>[1])
      .meeting;
  const first = then(plan, { type: 'putQuestion', question: '3/1' }, 1);
  const closed = then(first, { type: 'closeRound', round: 'r001' }, 2);
  const second = then(closed, { type: 'putQuestion', question: '3/2' }, 3);

  it('are those that a command closes', () => {
    expect(roundsToReadBack(plan, first)).toEqual([]);
    expect(roundsToReadBack(first, closed)).toEqual(['r001']);
    expect(roundsToReadBack(closed, second)).toEqual([]);
  });

  it('are all, once more, when the item ends, what was sent out beforehand among them', () => {
    const ahead = then(second, { type: 'sendAhead', question: '3/3' }, 4);
    const ended = then(ahead, { type: 'endMeeting', cause: 'facilitator' }, 5);
    expect(roundsToReadBack(ahead, ended).toSorted()).toEqual(['r001', 'r002', ahead.ahead[0]?.round].toSorted());
  });

  it('are none of an item that was never opened', () => {
    const planned = { ...plan, status: 'planned' } as const;
    const ahead = then(planned, { type: 'sendAhead', question: '3/1' }, 1);
    const gone = then(ahead, { type: 'discard' }, 2);
    expect(gone).toMatchObject({ status: 'ended' });
    expect(roundsToReadBack(ahead, gone)).toEqual([]);
  });
});
