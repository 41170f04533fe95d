import { describe, expect, it } from 'vitest';
import type { ChosenQuestion, Command } from './commands.ts';
import { decide, openMeeting } from './decide.ts';
import { digestOf } from './digest.ts';
import { aheadOf, type Meeting } from './meeting.ts';
import { answer, at, chosen, frozen, lone, opened, opening, theme } from './testing/samples.ts';
import type { NextView } from './meetingView.ts';
import { nextView, preparingView, view } from './view.ts';

const address = { tenant: 'tenant', group: 'group' };
let moment = 0;

function after(meeting: Meeting, ...wishes: readonly Partial<Command>[]): Meeting {
  return wishes.reduce<Meeting>((known, wish) => {
    moment += 1;
    const command = { id: `command-${moment}`, at: at(moment * 1_000), by: lone, ...wish } as Command;
    return decide(frozen(known), command).meeting;
  }, meeting);
}

const send = (question: string): Partial<Command> => ({ type: 'sendAhead', question });
const put = (question: string, more: Partial<Command> = {}): Partial<Command> => ({
  type: 'putQuestion',
  question,
  ...more,
});
const close = (round: string): Partial<Command> => ({ type: 'closeRound', round });

describe('a question that is sent out beforehand', () => {
  it('is posted with the round it will be put in, also before the item is opened', () => {
    const command = { type: 'sendAhead', question: '3/2', id: 'c', at: at(1), by: lone } as const;
    const { meeting, posts } = decide(openMeeting(opening(), 'planned'), command);
    expect(meeting.ahead).toEqual([{ round: 'r001', question: '3/2', at: at(1) }]);
    expect(posts).toEqual([{ key: 'r001!p!a', kind: 'preparation', round: 'r001', state: { status: 'due' } }]);
  });

  it('keeps its round’s id, in whatever order the questions are put', () => {
    const meeting = after(opened(), send('3/2'), put('3/1'), close('r002'), put('3/3'), close('r003'), put('3/2'));
    expect(meeting.rounds.map(({ id, question }) => `${id} ${question}`)).toEqual(['r002 3/1', 'r003 3/3', 'r001 3/2']);
  });

  it.each([
    ['QuestionSentAhead', 'twice', [send('3/1')], send('3/1')],
    ['QuestionAlreadyPut', 'after it was put', [put('3/1')], send('3/1')],
    ['QuestionUnknown', 'though it is not in the plan', [], send('9/9')],
  ] as const)('is refused with %s: %s', (code, _, before, wish) => {
    const meeting = after(opened(), ...before);
    expect(() => after(meeting, wish)).toThrow(expect.objectContaining({ code }));
  });

  const changed = (meeting: Meeting, plan: readonly ChosenQuestion[], base = [1, 2, 3].map(chosen)) =>
    after(meeting, { type: 'changePlan', base, plan, themes: [theme] });

  it('can be moved, and be given other minutes', () => {
    const moved = changed(after(opened(), send('3/1')), [chosen(3), { ...chosen(1), minutes: 5 }]);
    expect(moved.plan.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['3/3', 8],
      ['3/1', 5],
    ]);
  });

  it.each([
    ['given another angle', [{ ...chosen(1), angle: 'Noget andet' }, chosen(2)]],
    ['cut to a sentence', [{ ...chosen(1), sentence: 0 }, chosen(2)]],
    ['taken out', [chosen(2)]],
  ])('is not %s: whoever tries is told', (_, plan) => {
    const sent = after(opened(), send('3/1'));
    expect(() => changed(sent, plan)).toThrow(expect.objectContaining({ code: 'QuestionSentAhead' }));
  });

  it('keeps the words of the committee’s own that it was sent with', () => {
    const own = { id: 'own/12345678', text: 'Vores?', points: [] };
    const sent = after(opened({ plan: [chosen(1), own] }), send(own.id));
    const reworded = [chosen(1), { ...own, text: 'Vores, med andre ord?' }];
    expect(() => changed(sent, reworded, [chosen(1), own])).toThrow(
      expect.objectContaining({ code: 'QuestionSentAhead' }),
    );
  });

  it('stays where somebody who did not know of it saves their plan', () => {
    const begun = [1, 2].map(chosen);
    const theirs = after(changed(opened({ plan: begun }), [1, 2, 3].map(chosen), begun), send('3/3'));
    expect(changed(theirs, [chosen(1)], begun).plan.map(({ id }) => id)).toEqual(['3/1', '3/3']);
  });

  it('is as if it had not been sent once that is given up, but for its round’s id', () => {
    const givenUp = after(openMeeting(opening(), 'planned'), send('3/1'), { type: 'giveUpAhead', round: 'r001' });
    expect(nextView({ meeting: givenUp, posts: [], answers: [] }, address).plan[0]?.ahead).toBeUndefined();
    expect(changed(givenUp, [chosen(2)]).plan.map(({ id }) => id)).toEqual(['3/2']);
    expect(changed(givenUp, [{ ...chosen(1), angle: 'Nyt' }]).plan[0]?.angle).toBe('Nyt');
    const again = after(givenUp, send('3/1'));
    expect(again.ahead.map(({ round, givenUpAt }) => [round, givenUpAt !== undefined])).toEqual([
      ['r001', true],
      ['r002', false],
    ]);
    expect(after(again, { type: 'openPlanned' }, put('3/1')).rounds.map(({ id }) => id)).toEqual(['r002']);
  });

  it('shows the replies to it when it is put, marked as such, in panel and digest', () => {
    const meeting = after(opened(), send('3/1'), put('3/1', { at: at(90_000) }));
    const reply = (key: string, postedAt: number) =>
      answer({ key, source: 'thread', postedAt: at(postedAt), at: at(postedAt), revision: 0 });
    const answers = [reply('t1', 50_000), reply('t2', 95_000)];
    const shown = view(
      { meeting, answers, posts: [], readBacks: [], version: at(0) },
      { person: 'x' },
      address,
      'shown',
    );
    expect(shown.round?.answers.map(({ id, prepared }) => [id, prepared])).toEqual([
      ['t1', true],
      ['t2', undefined],
    ]);
    const digest = digestOf(meeting, { answers, posts: [], readBacks: [] });
    expect(digest.questions[0]?.answers.map(({ prepared }) => prepared)).toEqual([true, undefined]);
  });

  it('marks nothing where the question was not sent out, whatever the clocks say', () => {
    const meeting = after(opened(), put('3/1', { at: at(90_000) }));
    const early = answer({ key: 't1', source: 'thread', postedAt: at(50_000), revision: 0 });
    const shown = view(
      { meeting, answers: [early], posts: [], readBacks: [], version: at(0) },
      { person: 'x' },
      address,
      'shown',
    );
    expect(shown.round?.answers[0]?.prepared).toBeUndefined();
  });

  it('tells those who prepare whether it came into the channel', () => {
    const meeting = after(openMeeting(opening(), 'planned'), send('3/2'));
    const post = { key: 'r001!p!a', kind: 'preparation', round: 'r001', state: { status: 'unknown' } } as const;
    const next = nextView({ meeting, posts: [post], answers: [] }, address);
    expect(next.plan.map(({ ahead }) => ahead?.status)).toEqual([undefined, 'unknown', undefined]);
    expect(next.unsettled).toEqual([{ post: { key: 'r001!p!a', status: 'unknown' }, of: 'preparation', number: 2 }]);
  });
});

describe('the line in the meeting’s chat', () => {
  const inChannel = btoa('0#19:udvalg/a+b@thread.tacv2#1778745600000');
  const postsOf = (teamsMeeting: string | undefined, before: readonly Partial<Command>[] = []) =>
    decide(after(opened({ teamsMeeting }), ...before), {
      type: 'putQuestion',
      question: '3/2',
      id: 'put',
      at: at(9_000),
      by: lone,
    }).posts.map(({ kind }) => kind);

  it('goes out with the first question of an item that was opened in a meeting of the channel', () => {
    expect(postsOf(inChannel)).toEqual(['question', 'pointer']);
  });

  it('goes out where it was opened in the tab while a meeting of the channel runs, which then is not its own', () => {
    const putting = { type: 'putQuestion', question: '3/2', id: 'put', at: at(9_000), by: lone } as const;
    const { meeting, posts } = decide(opened({ teamsMeeting: undefined }), { ...putting, beside: inChannel });
    expect(posts.map(({ kind }) => kind)).toEqual(['question', 'pointer']);
    expect(meeting).toMatchObject({ beside: inChannel, teamsMeeting: undefined });
    const own = decide(opened({ teamsMeeting: inChannel }), { ...putting, beside: 'another' });
    expect(own.meeting.beside).toBeUndefined();
  });

  it('goes out once', () => {
    expect(postsOf(inChannel, [put('3/1'), close('r001')])).toEqual(['question']);
  });

  it('does not go out where the item was opened elsewhere', () => {
    expect(postsOf(undefined)).toEqual(['question']);
    expect(postsOf(btoa('0#19:andet@thread.tacv2#1778745600000'))).toEqual(['question']);
  });

  it('tells those who prepare how many have replied, and nobody of an open item, where not all is read', () => {
    const meeting = after(openMeeting(opening(), 'planned'), send('3/2'), send('3/3'));
    const reply = (key: string, round: string, life: 'posted' | 'deleted' = 'posted') =>
      answer({ key, round, life, source: 'thread', revision: 0 });
    const answers = [reply('t1', 'r001'), reply('t2', 'r001'), reply('t3', 'r001', 'deleted'), reply('t4', 'r003')];
    const repliesIn = ({ plan }: Pick<NextView, 'plan'>) => plan.map(({ ahead }) => ahead?.replies);
    expect(repliesIn(nextView({ meeting, posts: [], answers }, address))).toEqual([undefined, 2, 0]);
    const open = after(meeting, { type: 'openPlanned' });
    const seen = view(
      { meeting: open, answers, posts: [], readBacks: [], version: at(0) },
      { person: 'x' },
      address,
      'shown',
    );
    expect(repliesIn(seen)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a question that was sent out beforehand and is deleted in Teams', () => {
  const planned = after(openMeeting(opening(), 'planned'), send('3/1'));
  const again: Partial<Command> = { type: 'sendAheadAgain', round: 'r001' };

  it('is said to be gone, and leads nobody to what is not there', () => {
    const post = { key: 'r001!p!a', kind: 'preparation', round: 'r001', state: { status: 'gone' } } as const;
    const rows = { meeting: planned, posts: [post], answers: [] };
    expect(nextView(rows, address).plan[0]?.ahead).toMatchObject({ key: post.key, status: 'gone', link: undefined });
    expect(preparingView(rows, address)).toEqual([]);
  });

  it('keeps its round when it is sent again, also where that is given up', () => {
    for (const wishes of [[again], [again, { type: 'giveUpAhead', round: 'r001' } as const]])
      expect(aheadOf(after(planned, ...wishes), '3/1')?.round).toBe('r001');
  });

  it('is not sent again once it is put', () => {
    const put1 = after(planned, { type: 'openPlanned' }, put('3/1'));
    expect(() => after(put1, again)).toThrow(expect.objectContaining({ code: 'QuestionAlreadyPut' }) as Error);
  });
});
