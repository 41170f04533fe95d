import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { decide } from './decide.ts';
import { digestOf } from './digest.ts';
import type { Meeting } from './meeting.ts';
import { duePost, type Post, type PostState } from './post.ts';
import { anna, answer, at, chosen, frozen, jens, lone, opened, theme } from './testing/samples.ts';
import { withRules } from './testing/withRules.ts';

const asked = [
  { type: 'putQuestion', question: '3/2' },
  { type: 'closeRound', round: 'r001' },
  { type: 'putQuestion', question: '3/1' },
  { type: 'skipQuestion', question: '3/3' },
  { type: 'endMeeting', cause: 'facilitator' },
] as const;

const ended = asked.reduce<Meeting>(
  (meeting, wish, index) =>
    decide(meeting, { ...wish, id: `command-${index}`, at: at(10_000 * (index + 1)), by: lone }).meeting,
  opened({ plan: [1, 2, 3, 4].map(chosen) }),
);

const post = (round: string, state: PostState): Post => ({
  ...duePost({ key: `${round}!p!q`, kind: 'question', round }),
  state,
});
const sent: PostState = { status: 'sent', place: { root: '1', message: '1' } };
const posts = [post('r001', sent), post('r002', sent)];

const reply = (key: string, more: Partial<Answer> = {}): Answer =>
  answer({ key, source: 'thread', author: jens, text: key, at: at(12_000), postedAt: at(12_000), ...more });

const digest = (answers: readonly Answer[], some: readonly Post[] = posts): ReturnType<typeof digestOf> =>
  digestOf(ended, frozen({ answers, posts: some, readBacks: [] }));

const rowsOf = (answers: readonly Answer[], some: readonly Post[] = []) => ({ answers, posts: some, readBacks: [] });

describe('digestOf', () => {
  it('lists what was sent out beforehand, and could not be read back, though nobody is known to have answered', () => {
    const ahead = [{ round: 'r009', question: '3/4', at: at(1) }];
    const out: Post = { ...post('r009', sent), key: 'r009!p!a', kind: 'preparation' };
    const of = (status: 'complete' | 'unavailable') =>
      digestOf(
        { ...ended, ahead },
        { answers: [], posts: [...posts, out], readBacks: [{ round: 'r009', at: at(9), status }] },
      );
    expect(of('unavailable').questions[3]).toMatchObject({ status: 'sentAhead', readBack: 'unavailable' });
    expect(of('complete').questions[3]).toMatchObject({ status: 'notReached' });
  });

  it('goes through the plan in its order, with what was put, skipped and not reached', () => {
    expect(digest([])).toMatchObject({
      title: 'Trivsel',
      date: at(0),
      answers: 0,
      questions: [
        { text: 'Spørgsmål 1?', status: 'put', theme },
        { text: 'Spørgsmål 2?', status: 'put' },
        { text: 'Spørgsmål 3?', status: 'skipped' },
        { text: 'Spørgsmål 4?', status: 'notReached' },
      ],
    });
  });

  it('gathers each round’s living answers, oldest first, under their names', () => {
    const gathered = digest([
      reply('t2', { postedAt: at(15_000) }),
      reply('t1', { author: anna }),
      reply('t3', { life: 'deleted', text: undefined }),
      reply('t4', { round: 'r002' }),
      answer({ key: 'o1', source: 'room', author: undefined, text: 'Sagt højt', postedAt: at(13_000) }),
    ]);
    expect(gathered.questions[1]?.answers).toEqual([
      { name: 'Anna Holm', text: 't1', source: 'thread', late: false },
      { name: undefined, text: 'Sagt højt', source: 'room', late: false },
      { name: 'Jens Bro', text: 't2', source: 'thread', late: false },
    ]);
    expect(gathered.questions[0]?.answers).toHaveLength(1);
    expect(gathered.answers).toBe(4);
  });

  it('counts whom it knows, and beside them what nobody’s name stands at', () => {
    const room = (key: string, more: Partial<Answer> = {}) => answer({ key, source: 'room', ...more });
    const said = [room('o1', { author: undefined, paper: true }), room('o2', { author: undefined }), room('o3')];
    const question = digest([reply('t1', { author: anna }), ...said, reply('t2', { author: jens })]).questions[1];
    expect(question).toMatchObject({ people: 2, unnamed: 2 });
    expect(question?.answers.filter(({ paper }) => paper)).toHaveLength(1);
    expect(digest([]).questions[1]).toMatchObject({ people: 0, unnamed: 0 });
  });

  it('counts people, not answers', () => {
    expect(digest([reply('t1'), reply('t2'), answer({ author: jens })]).questions[1]?.people).toBe(1);
    expect(digest([reply('t1'), reply('t2', { author: anna })]).questions[1]?.people).toBe(2);
  });

  it('marks what came after the round was closed', () => {
    expect(digest([reply('t1', { postedAt: at(20_001) })]).questions[1]?.answers[0]?.late).toBe(true);
    expect(
      digest([reply('t1', { postedAt: at(20_000), life: 'edited', at: at(90_000) })]).questions[1]?.answers[0]?.late,
    ).toBe(false);
  });

  it('keeps an answer whose text Teams has not told', () => {
    const [kept] = digest([reply('t1', { life: 'textMissing', text: undefined })]).questions[1]?.answers ?? [];
    expect(kept).toEqual({ name: 'Jens Bro', text: undefined, source: 'thread', late: false });
  });

  it.each([
    [true, sent],
    [true, { status: 'gone' }],
    [true, { status: 'dropped', uncertain: false }],
    [false, { status: 'dropped', uncertain: true }],
    [false, { status: 'unknown' }],
    [false, { status: 'sending', claim: 'x' }],
    [false, { status: 'due' }],
  ] as const)('says %s to having all answers of a question that is %j', (checked, state) => {
    expect(digest([], [post('r001', state), post('r002', sent)]).questions[1]?.checked).toBe(checked);
  });

  it('does not vouch for a question whose post is not among the rows', () => {
    expect(digest([], [post('r002', sent)]).questions.map(({ checked }) => checked)).toEqual([true, false, true, true]);
  });

  it('shows none of too few answers', () => {
    withRules({ minimum: 3 }, () => {
      expect(digest([reply('t1'), reply('t2')]).questions[1]).toMatchObject({ answers: [], people: 0, tooFew: true });
      expect(digest([reply('t1'), reply('t2'), reply('t3')]).questions[1]).toMatchObject({ tooFew: false, people: 1 });
    });
  });

  it('names nobody where names are hidden, and still counts people', () => {
    const gathered = digestOf(
      { ...ended, names: 'hidden' },
      rowsOf([reply('t1'), reply('t2'), reply('t3', { author: anna })]),
    );
    expect(gathered.names).toBe('hidden');
    expect(gathered.questions[1]).toMatchObject({
      people: 2,
      answers: [{ text: 't1' }, { text: 't2' }, { text: 't3' }],
    });
    expect(JSON.stringify(gathered)).not.toMatch(/Anna|Jens|person-/);
    expect(digest([reply('t1')])).toMatchObject({ names: 'shown' });
  });

  it('tells whose side’s wording an answer is, and what the committee had added to the question', () => {
    const plan = ended.plan.map((question) => (question.id === '3/2' ? { ...question, angle: 'Hos os' } : question));
    const written = [reply('t1', { side: 'leadership' }), reply('t2')];
    const { questions } = digestOf({ ...ended, plan }, rowsOf(written));
    expect(questions.map(({ angle }) => angle)).toEqual([undefined, 'Hos os', undefined, undefined]);
    expect(questions[1]?.answers.map(({ side }) => side)).toEqual(['leadership', undefined]);
  });

  it('has the angle of a question that was not reached too', () => {
    const plan = ended.plan.map((question) => ({ ...question, angle: question.id }));
    expect(digestOf({ ...ended, plan }, rowsOf([])).questions.map(({ angle }) => angle)).toEqual(
      plan.map(({ id }) => id),
    );
  });

  describe('of a question that was sent out beforehand and never put', () => {
    const ahead = [{ round: 'r009', question: '3/4', at: at(1_000) }];
    const sentOut = post('r009', sent);
    const out = [...posts, { ...sentOut, key: 'r009!p!a', kind: 'preparation' } as const];
    const early = reply('t9', { round: 'r009' });

    it('has what was written under it, marked as such', () => {
      const { questions, answers } = digestOf({ ...ended, ahead }, rowsOf([early], out));
      expect(questions[3]).toMatchObject({
        status: 'sentAhead',
        answers: [{ name: 'Jens Bro', text: 't9', late: false, prepared: true }],
        people: 1,
        checked: true,
      });
      expect(answers).toBe(1);
    });

    it('says no more than of any other where nothing was written, and that it came is known', () => {
      const statuses = (some: readonly Post[], given = ahead) =>
        digestOf({ ...ended, ahead: given }, rowsOf([], some)).questions[3];
      expect(statuses(out)).toMatchObject({ status: 'notReached', checked: true });
      expect(statuses(posts)).toMatchObject({ status: 'sentAhead', checked: false });
      const givenUp = ahead.map((one) => ({ ...one, givenUpAt: at(2_000) }));
      expect(statuses(posts, givenUp)).toMatchObject({ status: 'notReached', checked: true });
    });

    it('names nobody where no question was put: nobody has chosen that names are shown', () => {
      const gathered = digestOf({ ...ended, rounds: [], ahead }, rowsOf([early], out));
      expect(gathered).toMatchObject({ names: 'hidden', answers: 1 });
      expect(JSON.stringify(gathered)).not.toMatch(/Jens|person-/);
    });
  });

  it('takes what was said in the room after closing as said in time', () => {
    const said = answer({ key: 'o1', source: 'room', author: undefined, postedAt: at(90_000) });
    expect(digest([said]).questions[1]?.answers.map(({ late }) => late)).toEqual([false]);
  });
});
