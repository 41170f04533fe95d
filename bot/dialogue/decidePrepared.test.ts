import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { decide, openMeeting } from './decide.ts';
import type { Meeting } from './meeting.ts';
import { anna, at, chosen, frozen, jens, lone, opened, opening, theme } from './testing/samples.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;

const prepared = frozen(openMeeting(opening({ teamsMeeting: undefined }), 'planned'));
const MOMENT = 600_000;
const by = (wish: Wish, id: string, person = jens): Command => ({ ...wish, id, at: at(MOMENT), by: person });
const openIt: Wish = { type: 'openPlanned', teamsMeeting: 'teams-1' };
const change: Wish = {
  type: 'changePlan',
  base: [1, 2, 3].map(chosen),
  plan: [4, 1].map(chosen),
  themes: [theme],
  title: ' Velkomst ',
};

describe('an item that is being prepared', () => {
  it('has what was chosen, and no question put', () => {
    expect(prepared).toMatchObject({ status: 'planned', lead: lone, rounds: [], screen: 'question', names: 'shown' });
    expect(prepared.plan.map(({ id }) => id)).toEqual(['3/1', '3/2', '3/3']);
  });

  it('can be changed, and is still prepared only', () => {
    const { meeting, posts } = decide(prepared, by(change, 'command-1'));
    expect(meeting).toMatchObject({ status: 'planned', title: 'Velkomst', lead: lone });
    expect(meeting.plan.map(({ id }) => id)).toEqual(['3/4', '3/1']);
    expect(posts).toEqual([]);
  });

  it('is led by whoever opens it, from then on, and from their meeting in Teams', () => {
    const { meeting, posts } = decide(prepared, by(openIt, 'command-1'));
    expect(meeting).toEqual({
      ...prepared,
      status: 'open',
      lead: jens,
      teamsMeeting: 'teams-1',
      openedAt: at(MOMENT),
      commandAt: at(MOMENT),
      commands: ['command-open', 'command-1'],
    });
    expect(posts).toEqual([]);
  });

  it('takes the next question at once where it was opened', () => {
    const open = decide(prepared, by(openIt, 'command-1')).meeting;
    expect(decide(open, by({ type: 'putQuestion', question: '3/1' }, 'command-2')).meeting.rounds).toHaveLength(1);
  });

  it('is opened once by a command that comes twice, and not by a second one', () => {
    const open = decide(prepared, by(openIt, 'command-1')).meeting;
    expect(decide(open, by(openIt, 'command-1', anna))).toEqual({ meeting: open, posts: [] });
    expect(() => decide(open, by(openIt, 'command-2', anna))).toThrow(
      expect.objectContaining({ code: 'MeetingAlreadyOpen' }),
    );
  });

  it('is not opened again once it has ended', () => {
    const ended = decide(opened(), by({ type: 'endMeeting', cause: 'facilitator' }, 'command-1')).meeting;
    expect(() => decide(ended, by(openIt, 'command-2'))).toThrow(expect.objectContaining({ code: 'MeetingEnded' }));
  });

  it.each<Wish>([
    { type: 'putQuestion', question: '3/1' },
    { type: 'extendRound', round: 'r001' },
    { type: 'closeRound', round: 'r001' },
    { type: 'handOver', to: jens },
    { type: 'appointScribe', scribe: anna },
    { type: 'showOnScreen', screen: 'answers' },
    { type: 'skipQuestion', question: '3/1' },
    { type: 'takeUpQuestion', question: '3/1' },
    { type: 'endMeeting', cause: 'facilitator' },
    { type: 'endMeeting', cause: 'time' },
  ])('is not led: $type', (wish) => {
    const before: Meeting = structuredClone(prepared);
    expect(() => decide(prepared, by(wish, 'command-1'))).toThrow(expect.objectContaining({ code: 'MeetingNotOpen' }));
    expect(prepared).toEqual(before);
  });
});
