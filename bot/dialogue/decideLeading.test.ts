import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { DialogueErrorCode } from './errors.ts';
import type { Instant } from './instant.ts';
import type { Meeting } from './meeting.ts';
import { anna, at, chosen, frozen, jens, lone, opened } from './testing/samples.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;

const MINUTE = 60_000;
let ids = 0;
/** Somebody leads on, so many milliseconds after the item was opened. */
const lead = (meeting: Meeting, wish: Wish, milliseconds = MINUTE): Meeting =>
  decide(frozen(meeting), { ...wish, id: `command-${(ids += 1)}`, at: at(milliseconds), by: lone }).meeting;

const put = (question: string, more: object = {}): Wish => ({ type: 'putQuestion', question, ...more });
const close = (round: string): Wish => ({ type: 'closeRound', round });
const extend = (round: string): Wish => ({ type: 'extendRound', round });
const endsAt = (meeting: Meeting): Instant | undefined => meeting.rounds.at(-1)?.endsAt;

describe('the time of a question', () => {
  const planned = opened({ plan: [chosen(1), { ...chosen(2), minutes: 3 }] });

  it('is over so many minutes after it was put as the plan says', () => {
    const first = lead(planned, put('3/1'), MINUTE);
    expect(endsAt(first)).toBe(at(9 * MINUTE));
    const second = lead(lead(first, close('r001'), 2 * MINUTE), put('3/2'), 4 * MINUTE);
    expect(endsAt(second)).toBe(at(7 * MINUTE));
    expect(second.rounds[0]?.endsAt).toBe(at(9 * MINUTE));
  });

  it('closes nothing when it is over: what comes then still finds the round open', () => {
    const over = lead(lead(planned, put('3/2'), 0), { type: 'showOnScreen', screen: 'answers' }, 90 * MINUTE);
    expect(over.rounds[0]?.status).toBe('open');
  });

  it('gets two minutes more from its end, each time, while it runs', () => {
    const once = lead(lead(planned, put('3/1'), 0), extend('r001'), MINUTE);
    expect(endsAt(once)).toBe(at(10 * MINUTE));
    expect(endsAt(lead(once, extend('r001'), 2 * MINUTE))).toBe(at(12 * MINUTE));
  });

  it('gets two minutes from now where it is over', () => {
    const running = lead(planned, put('3/1'), 0);
    expect(endsAt(lead(running, extend('r001'), 8 * MINUTE))).toBe(at(10 * MINUTE));
    expect(endsAt(lead(running, extend('r001'), 20 * MINUTE))).toBe(at(22 * MINUTE));
  });

  it('gets two minutes from now where an older version of the app did not say when it ends', () => {
    const running = lead(planned, put('3/1'), 0);
    const old = { ...running, rounds: running.rounds.map((round) => ({ ...round, endsAt: undefined })) };
    expect(endsAt(lead(old, extend('r001'), 3 * MINUTE))).toBe(at(5 * MINUTE));
  });

  it('is longer once only where the same press comes twice', () => {
    const press = { type: 'extendRound', round: 'r001', id: 'command-extend', at: at(MINUTE), by: lone } as const;
    const once = decide(lead(planned, put('3/1'), 0), press).meeting;
    expect(decide(once, press).meeting).toBe(once);
  });
});

describe('who leads', () => {
  it('is whom it was handed over to, and stays so', () => {
    const handed = lead(opened(), { type: 'handOver', to: jens });
    expect(handed.lead).toEqual(jens);
    expect(lead(handed, put('3/1')).lead).toEqual(jens);
    expect(lead(handed, { type: 'handOver', to: anna }).lead).toEqual(anna);
  });

  it('appoints somebody who types what is said, or nobody any more', () => {
    const appointed = lead(opened(), { type: 'appointScribe', scribe: anna });
    expect(appointed).toMatchObject({ scribe: anna, lead: lone });
    expect(lead(appointed, { type: 'handOver', to: jens })).toMatchObject({ scribe: anna, lead: jens });
    expect(lead(appointed, { type: 'appointScribe', scribe: undefined }).scribe).toBeUndefined();
  });
});

describe('the big screen', () => {
  it('shows the answers when they are called for, until the next question is put', () => {
    const first = lead(opened(), put('3/1'));
    expect(first.screen).toBe('question');
    const shown = lead(first, { type: 'showOnScreen', screen: 'answers' });
    expect(shown.screen).toBe('answers');
    const closed = lead(shown, close('r001'));
    expect(closed.screen).toBe('answers');
    expect(lead(closed, put('3/2')).screen).toBe('question');
    expect(lead(shown, { type: 'showOnScreen', screen: 'question' }).screen).toBe('question');
  });
});

describe('whether names are shown', () => {
  it.each(['shown', 'hidden'] as const)('is fixed by the first question: %s', (names) => {
    const other = names === 'shown' ? 'hidden' : 'shown';
    const first = lead(opened(), put('3/1', { names }));
    expect(first.names).toBe(names);
    expect(lead(lead(first, close('r001')), put('3/2', { names: other })).names).toBe(names);
  });
});

const REFUSALS: readonly (readonly [DialogueErrorCode, string, readonly Wish[], Wish])[] = [
  ['RoundNotFound', 'more time for what was never put', [], extend('r001')],
  ['RoundClosed', 'more time for what is closed', [put('3/1'), close('r001')], extend('r001')],
  ['RoundClosed', 'more time for an earlier one', [put('3/1'), close('r001'), put('3/2')], extend('r001')],
  ...[
    extend('r001'),
    { type: 'handOver', to: jens } as const,
    { type: 'appointScribe', scribe: anna } as const,
    { type: 'showOnScreen', screen: 'answers' } as const,
  ].map(
    (wish) => ['MeetingEnded', wish.type, [put('3/1'), { type: 'endMeeting', cause: 'facilitator' }], wish] as const,
  ),
];

it.each(REFUSALS)('refuses with %s: %s', (code, _, before, wish) => {
  const meeting = before.reduce((known, one) => lead(known, one), opened());
  expect(() => lead(meeting, wish)).toThrow(expect.objectContaining({ name: 'DialogueError', code }));
});

describe('whose item it is', () => {
  const asked = opened();
  const by = (ledBy: string | undefined, wish: Wish): Meeting =>
    decide(frozen(asked), { ...wish, id: `command-${(ids += 1)}`, at: at(MINUTE), by: jens, ledBy }).meeting;
  const notTheirs = expect.objectContaining({ code: 'NotFacilitator' }) as Error;

  it('is looked at again when a wish is carried out, for it may be in other hands by now', () => {
    expect(by(lone.person, put('3/1')).rounds).toHaveLength(1);
    expect(() => by(jens.person, put('3/1'))).toThrow(notTheirs);
    expect(by(undefined, put('3/1')).rounds).toHaveLength(1);
  });

  it('goes to one of two who take it over from the same person', () => {
    const take = (meeting: Meeting, to: typeof jens): Meeting => {
      const command = {
        type: 'handOver',
        to,
        id: `take-${to.name}`,
        at: at(MINUTE),
        by: to,
        ledBy: lone.person,
      } as const;
      return decide(frozen(meeting), command).meeting;
    };
    const taken = take(asked, jens);
    expect(taken.lead).toEqual(jens);
    expect(() => take(taken, anna)).toThrow(notTheirs);
    // Whose wish was carried out hears so again.
    expect(take(taken, jens)).toBe(taken);
  });

  it('does not matter before it is opened', () => {
    const planned = { ...asked, status: 'planned' } as const;
    const send = { type: 'sendAhead', question: '3/1', id: 'command-send', at: at(MINUTE), by: jens } as const;
    expect(decide(planned, { ...send, ledBy: jens.person }).meeting.ahead).toHaveLength(1);
  });
});
