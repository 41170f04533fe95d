import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { decide } from './decide.ts';
import { instantOf } from './instant.ts';
import type { Meeting } from './meeting.ts';
import { merge } from './merge.ts';
import { forgotten, isErasable, isMine, mineIn } from './mine.ts';
import { duePost, echoPostKey, questionPostKey } from './post.ts';
import { anna, answer, at, frozen, jens, lone, opened } from './testing/samples.ts';

const address = { tenant: 'tenant', group: 'group' };

/** A question that is put and closed, ten seconds apart. */
function closed(): Meeting {
  const put = decide(opened(), { type: 'putQuestion', question: '3/2', id: 'put', at: at(1_000), by: lone }).meeting;
  return decide(put, { type: 'closeRound', round: 'r001', id: 'close', at: at(11_000), by: lone }).meeting;
}

const reply = (message: string, more: Partial<Answer> = {}): Answer =>
  answer({ key: `t${message}`, source: 'thread', revision: 0, command: undefined, ...more });

const rows = (answers: readonly Answer[]) => {
  const place = { root: '1778745601000', message: '1778745601000' };
  const question = duePost({ key: questionPostKey('r001'), kind: 'question', round: 'r001' });
  const echo = { kind: 'echo', round: 'r001' } as const;
  const posts = [
    { ...question, state: { status: 'sent', place } as const },
    duePost({ ...echo, key: echoPostKey('r001', anna.person), person: anna.person, about: { mri: '29:anna' } }),
    duePost({ ...echo, key: echoPostKey('r001', jens.person), person: jens.person, about: { mri: '29:jens' } }),
  ];
  return frozen({ meeting: closed(), answers, posts });
};

describe('what is somebody’s in an item', () => {
  it('is each answer of theirs with its question, the newest first, and nothing of anybody else', () => {
    const answers = [
      answer({ life: 'edited', at: at(8_000) }),
      reply('2', { author: jens, text: 'Jens skrev' }),
      reply('1', { text: 'I tråden', postedAt: at(12_000), at: at(12_000) }),
    ];
    const found = mineIn(rows(answers), anna.person, address);
    expect(found.answers).toEqual([
      expect.objectContaining({ key: 't1', source: 'thread', text: 'I tråden', late: true, editedAt: undefined }),
      expect.objectContaining({ key: 'mperson-anna', source: 'own', late: false, editedAt: at(8_000) }),
    ]);
    for (const one of found.answers) {
      expect(one).toMatchObject({ item: 'Trivsel', question: 'Spørgsmål 2?', round: 'r001', meeting: closed().id });
      expect(one.link).toContain('1778745601000');
    }
    expect(JSON.stringify(found)).not.toMatch(/jens/i);
    expect(found.teamsIds).toEqual(['29:anna']);
  });

  it('is what is left of deleted answers, too, and that they led', () => {
    const gone = answer({ life: 'deleted', text: undefined, at: at(9_000) });
    const found = mineIn(rows([gone]), anna.person, address);
    expect(found.answers).toEqual([]);
    expect(found.deleted).toEqual([
      { item: 'Trivsel', question: 'Spørgsmål 2?', source: 'own', postedAt: at(5_000), deletedAt: at(9_000) },
    ]);
    expect(found.led).toEqual([]);
    expect(mineIn(rows([gone]), lone.person, address).led).toEqual([{ item: 'Trivsel', openedAt: at(0) }]);
  });

  it('is known by its key where no author is kept with it', () => {
    expect(isMine(answer({ author: undefined }), anna.person)).toBe(true);
    expect(isMine(answer({ author: undefined }), jens.person)).toBe(false);
    expect(isMine(reply('1', { author: undefined }), anna.person)).toBe(false);
  });
});

describe('what deleting takes away', () => {
  it('is one’s own words, and the name that a reply deleted in Teams has left', () => {
    expect(isErasable(answer(), anna.person)).toBe(true);
    expect(isErasable(answer({ life: 'deleted' }), anna.person)).toBe(false);
    expect(isErasable(reply('1', { life: 'deleted', text: undefined }), anna.person)).toBe(true);
    expect(isErasable(forgotten(reply('1'), at(9_000)), anna.person)).toBe(false);
    expect(isErasable(reply('1'), jens.person)).toBe(false);
  });

  it('stays away whatever Teams tells of it later, and in whatever order', () => {
    const erased = forgotten(reply('1'), at(20_000));
    expect(erased).toMatchObject({ life: 'forgotten', text: undefined, author: undefined, postedAt: at(5_000) });
    for (const life of ['posted', 'edited', 'undeleted', 'deleted'] as const) {
      const seen = reply('1', { life, text: 'Igen', at: instantOf(Date.parse(at(0)) + 99_000) });
      expect(merge(erased, seen)).toEqual(erased);
      expect(merge(seen, erased)).toEqual(erased);
    }
  });
});
