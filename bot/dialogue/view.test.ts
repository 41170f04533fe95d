import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { decide } from './decide.ts';
import type { Meeting } from './meeting.ts';
import { duePost, type Post, type PostState } from './post.ts';
import { anna, answer, at, chosen, frozen, jens, lone, opened } from './testing/samples.ts';
import { withRules } from './testing/withRules.ts';
import { type MeetingView, type Snapshot, view } from './view.ts';

const address = { tenant: 'tenant-id', group: 'group-id' };
const by = { by: lone };

const own = { ...chosen(1), id: 'own/12345678', text: 'Vores eget?', theme: undefined };
const planned = opened({ plan: [chosen(1), own, chosen(3)] });
const put = (meeting: Meeting, question: string, moment: number): Meeting =>
  decide(meeting, { ...by, id: `put-${question}`, at: at(moment), type: 'putQuestion', question }).meeting;
const close = (meeting: Meeting, round: string, moment: number): Meeting =>
  decide(meeting, { ...by, id: `close-${round}`, at: at(moment), type: 'closeRound', round }).meeting;

const open = put(planned, '3/1', 1_000);
const closed = close(open, 'r001', 60_000);

const reply = (more: Partial<Answer> = {}): Answer =>
  answer({
    key: 't1778745607000',
    source: 'thread',
    author: jens,
    text: 'Mere tid',
    at: at(7_000),
    postedAt: at(7_000),
    revision: 0,
    command: undefined,
    ...more,
  });
const said = answer({
  key: 'o12345678',
  source: 'room',
  author: undefined,
  text: 'Sagt højt',
  at: at(6_000),
  postedAt: at(6_000),
});

const posted = (state: PostState, key = 'r001!p!q'): Post => ({
  ...duePost({ key, kind: 'question', round: 'r001' }),
  state,
});
const sent: PostState = { status: 'sent', place: { root: '1778745601000', message: '1778745601000' } };

const snapshot = (
  meeting: Meeting,
  answers: readonly Answer[] = [],
  posts: readonly Post[] = [posted(sent)],
): Snapshot => frozen({ meeting, answers, posts, readBacks: [], version: at(70_000) });

const seenBy = (person: string, ...shot: Parameters<typeof snapshot>): MeetingView =>
  view(snapshot(...shot), { person }, address, 'shown');

describe('view', () => {
  it('shows the item and its plan before anything was put', () => {
    const seen = seenBy('person-anna', planned, [], []);
    expect(seen).toMatchObject({
      status: 'open',
      title: 'Trivsel',
      lead: { name: 'Lone Ravn', mine: false },
      version: at(70_000),
    });
    expect(seen.round).toBeUndefined();
    expect(seen.plan.map(({ status, theme }) => [status, theme?.number])).toEqual([
      ['waiting', 3],
      ['waiting', undefined],
      ['waiting', 3],
    ]);
  });

  it('tells who leads that it is them', () => expect(seenBy('person-lone', planned).lead.mine).toBe(true));

  it('shows how far the plan has come', () => {
    const skipped = decide(closed, {
      ...by,
      id: 'skip',
      at: at(61_000),
      type: 'skipQuestion',
      question: '3/3',
    }).meeting;
    const seen = seenBy('person-anna', put(skipped, own.id, 62_000));
    expect(seen.plan.map(({ status }) => status)).toEqual(['closed', 'open', 'skipped']);
    expect(seen.round).toMatchObject({ id: 'r002', position: 2, of: 3, question: { text: 'Vores eget?' } });
    expect(seen.round?.theme).toBeUndefined();
  });

  it('shows the current question with its theme and direction', () => {
    expect(seenBy('person-anna', open).round).toMatchObject({
      status: 'open',
      question: { text: 'Spørgsmål 1?' },
      theme: { number: 3, direction: ['Vi tager godt imod.'] },
      putBy: 'Lone Ravn',
    });
  });

  it('shows the living answers of the round, oldest first, and marks the caller’s', () => {
    const others = [
      reply(),
      said,
      answer(),
      reply({ key: 't2', life: 'deleted', text: undefined }),
      answer({ key: 'm2', round: 'r002' }),
    ];
    const seen = seenBy('person-anna', open, others).round?.answers;
    expect(seen?.map(({ name, mine, source, text }) => ({ name, mine, source, text }))).toEqual([
      { name: 'Anna Holm', mine: true, source: 'own', text: 'En fast makker' },
      { name: undefined, mine: false, source: 'room', text: 'Sagt højt' },
      { name: 'Jens Bro', mine: false, source: 'thread', text: 'Mere tid' },
    ]);
  });

  it('gives each person their own answer, a reply in the thread is not it', () => {
    expect(seenBy('person-anna', open, [answer(), reply()]).round?.mine).toEqual({
      text: 'En fast makker',
      at: at(5_000),
      late: false,
      revision: 1,
    });
    expect(seenBy('person-jens', open, [answer(), reply()]).round?.mine).toBeUndefined();
    expect(seenBy('person-anna', open, [answer({ life: 'deleted', text: undefined })]).round?.mine).toBeUndefined();
  });

  it('marks what was edited and what came after closing', () => {
    const edited = answer({ life: 'edited', at: at(50_000) });
    const late = reply({ at: at(60_001), postedAt: at(60_001) });
    const lateEdit = reply({ key: 't3', life: 'edited', at: at(99_000), postedAt: at(60_000) });
    const seen = seenBy('person-anna', closed, [edited, late, lateEdit]).round?.answers;
    expect(seen?.map((one) => [one.edited, one.late])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });

  it('shows that an answer is there whose text Teams has not told', () => {
    const [seen] = seenBy('person-anna', open, [reply({ life: 'textMissing', text: undefined })]).round?.answers ?? [];
    expect(seen).toMatchObject({ name: 'Jens Bro' });
    expect(seen?.text).toBeUndefined();
  });

  it.each([anna, jens, lone, { person: 'person-else', name: 'En anden' }])(
    'names nobody’s id to $name',
    ({ person }) => {
      const ended = decide(closed, { ...by, id: 'end', at: at(90_000), type: 'endMeeting', cause: 'teams' }).meeting;
      const echo: Post = { ...posted(sent, 'r001!p!e!person-anna'), kind: 'echo', person: 'person-anna' };
      for (const meeting of [planned, open, closed, ended]) {
        const seen = JSON.stringify(seenBy(person, meeting, [answer(), reply(), said], [posted(sent), echo]));
        expect(seen).not.toMatch(/person-/);
      }
    },
  );

  it('gives each answer an id of its own that stays while more come', () => {
    const two = [answer(), answer({ key: 'mperson-jens', author: jens })];
    const before = seenBy('person-anna', open, two).round?.answers.map(({ id }) => id) ?? [];
    const after = seenBy('person-anna', open, [...two, reply()]).round?.answers.map(({ id }) => id) ?? [];
    expect(new Set(after).size).toBe(3);
    expect(after.slice(0, 2)).toEqual(before);
  });

  it.each([
    ['due', { status: 'due' }, 'sending'],
    ['sending', { status: 'sending', claim: 'x' }, 'sending'],
    ['blocked', { status: 'blocked', http: 403 }, 'blocked'],
    ['unknown', { status: 'unknown' }, 'unknown'],
    ['dropped', { status: 'dropped', uncertain: true }, 'dropped'],
    ['gone', { status: 'gone' }, 'dropped'],
  ] as const)('tells of a question that is %s, without a link', (_, state, status) => {
    expect(seenBy('person-anna', open, [], [posted(state)]).round?.post).toEqual({
      key: 'r001!p!q',
      status,
      link: undefined,
    });
  });

  it('links to the thread once it is there', () => {
    expect(seenBy('person-anna', open).round?.post.link).toContain('parentMessageId=1778745601000');
  });

  it('takes a question whose row is not read yet for on its way', () => {
    expect(seenBy('person-anna', open, [], []).round?.post.status).toBe('sending');
  });

  it('tells in which round each question of the plan was put', () => {
    const seen = seenBy('person-anna', put(closed, '3/3', 62_000));
    expect(seen.plan.map(({ round }) => round)).toEqual(['r001', undefined, 'r002']);
  });

  it('asks the facilitator, and nobody else, about every message that may not have come', () => {
    const ended = decide(put(closed, '3/3', 62_000), {
      ...by,
      id: 'end',
      at: at(90_000),
      type: 'endMeeting',
      cause: 'facilitator',
    }).meeting;
    const posts: readonly Post[] = [
      posted({ status: 'unknown' }),
      { ...posted({ status: 'blocked', http: 403 }, 'r002!p!q'), round: 'r002' },
      { ...posted({ status: 'unknown' }, 'r002!p!e!person-anna'), kind: 'echo' },
      { ...posted(sent, 'z!p!digest!1'), kind: 'digest' },
      { ...posted({ status: 'unknown' }, 'z!p!digest!2'), kind: 'digest' },
    ];
    expect(seenBy('person-lone', ended, [], posts).unsettled).toEqual([
      { post: { key: 'r001!p!q', status: 'unknown' }, of: 'question', number: 1 },
      { post: { key: 'r002!p!q', status: 'blocked' }, of: 'question', number: 3 },
      { post: { key: 'z!p!digest!2', status: 'unknown' }, of: 'digest', number: 2 },
    ]);
    expect(seenBy('person-anna', ended, [], posts).unsettled).toEqual([]);
    expect(seenBy('person-lone', open).unsettled).toEqual([]);
  });

  it('tells where the digest of an ended item stands', () => {
    const ended = decide(closed, { ...by, id: 'end', at: at(90_000), type: 'endMeeting', cause: 'teams' }).meeting;
    const seen = seenBy('person-anna', ended, [], [posted(sent), posted(sent, 'z!p!digest!1')]);
    expect(seen).toMatchObject({ status: 'ended', endedAt: at(90_000), digest: { status: 'sent' } });
    expect(seenBy('person-anna', open).digest).toBeUndefined();
  });
});

describe('view, by the rules of the round’s mode', () => {
  const both = [answer(), reply()];
  const namesFor = (meeting: Meeting): (string | undefined)[] =>
    seenBy('person-anna', meeting, both).round?.answers.map(({ name }) => name) ?? [];

  it('shows an author only their own while others’ are hidden, and all after closing', () => {
    withRules({ visibleTo: 'author' }, () => {
      expect(namesFor(open)).toEqual(['Anna Holm']);
      expect(namesFor(closed)).toEqual(['Anna Holm', 'Jens Bro']);
    });
  });

  it('shows nothing to anybody below the minimum', () => {
    withRules({ minimum: 3 }, () => expect(namesFor(closed)).toEqual([]));
    withRules({ minimum: 2 }, () => expect(namesFor(closed)).toHaveLength(2));
  });
});
