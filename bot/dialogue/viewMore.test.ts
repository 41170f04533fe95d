import { expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Meeting } from './meeting.ts';
import type { ReadBack } from './readBack.ts';
import { at, chosen, lone, opened } from './testing/samples.ts';
import { type MeetingView, view } from './view.ts';

const own = { ...chosen(1), id: 'own/12345678', text: 'Vores eget?', theme: undefined };
const planned = opened({ plan: [chosen(1), own] });
const by = { by: lone };
const open = decide(planned, { ...by, type: 'putQuestion', question: '3/1', id: 'put-1', at: at(1_000) }).meeting;
const seen = (meeting: Meeting, readBacks: readonly ReadBack[] = []): MeetingView =>
  view(
    { meeting, answers: [], posts: [], readBacks, version: at(0) },
    { person: 'person-anna' },
    { tenant: '', group: '' },
    'shown',
  );

it('tells when an open item ends by itself: twelve hours after somebody led on last', () => {
  expect(seen(open).endsByItselfAt).toBe(at(1_000 + 12 * 60 * 60_000));
  const ended = decide(open, { ...by, id: 'end', at: at(90_000), type: 'endMeeting', cause: 'teams' }).meeting;
  expect(seen(ended).endsByItselfAt).toBeUndefined();
});

it('tells the language of the material’s questions, and none of the committee’s own', () => {
  const themes = planned.themes.map((theme) => ({ ...theme, language: 'da' }));
  const { round, plan } = seen({ ...open, themes });
  expect(round?.theme?.language).toBe('da');
  expect(plan.map(({ theme }) => theme?.language)).toEqual(['da', undefined]);
});

it('tells what came of reading back the thread of the question that is shown, and of no other', () => {
  const of = (round: string) => ({ round, at: at(61_000), status: 'complete' }) as const;
  expect(seen(open, [{ ...of('r000'), status: 'unavailable' }, of('r001')]).round?.readBack).toBe('complete');
  expect(seen(open, [of('r000')]).round?.readBack).toBeUndefined();
});
