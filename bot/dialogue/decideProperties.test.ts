import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { decide, openMeeting } from './decide.ts';
import { DialogueError } from './errors.ts';
import type { Meeting } from './meeting.ts';
import type { Post } from './post.ts';
import { anna, at, chosen, frozen, jens, lone, opened, opening, theme } from './testing/samples.ts';

const question = fc.constantFrom('3/1', '3/2', '3/3', '3/4', '9/9');

const wish = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('putQuestion' as const),
      question,
      names: fc.constantFrom('shown' as const, 'hidden' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('closeRound' as const),
      round: fc.constantFrom('r001', 'r002', 'r003', 'r009'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'openPlanned' as const }) },
  fc.record({ type: fc.constant('extendRound' as const), round: fc.constantFrom('r001', 'r002', 'r009') }),
  fc.record({ type: fc.constant('handOver' as const), to: fc.constantFrom(anna, jens) }),
  fc.record({ type: fc.constant('appointScribe' as const), scribe: fc.constantFrom(anna, jens, undefined) }),
  fc.record({
    type: fc.constant('showOnScreen' as const),
    screen: fc.constantFrom('question' as const, 'answers' as const),
  }),
  fc.record({ type: fc.constant('sendAhead' as const), question }),
  fc.record({ type: fc.constant('giveUpAhead' as const), round: fc.constantFrom('r001', 'r002', 'r009') }),
  fc.record({ type: fc.constant('skipQuestion' as const), question }),
  fc.record({ type: fc.constant('takeUpQuestion' as const), question }),
  fc.record({
    type: fc.constant('changePlan' as const),
    base: fc.array(fc.integer({ min: 1, max: 6 }).map(chosen), { maxLength: 5 }),
    plan: fc.array(fc.integer({ min: 1, max: 6 }).map(chosen), { maxLength: 5 }),
    themes: fc.constant([theme]),
  }),
  fc.record({
    type: fc.constant('endMeeting' as const),
    cause: fc.constantFrom('facilitator' as const, 'teams' as const, 'time' as const),
  }),
);

/** An item that is open, or is being prepared, and what is wished of it. Few ids, so that some commands come twice. */
const stories = fc.record({
  start: fc.constantFrom(opened(), openMeeting(opening(), 'planned')),
  all: fc.array(
    fc
      .tuple(wish, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9_000 }), fc.constantFrom(lone, jens))
      .map(([what, id, moment, by]): Command => ({ ...what, id: `command-${id}`, at: at(moment), by })),
    { maxLength: 25 },
  ),
});

/** Carries the commands out as a store would: what is refused leaves the item as it was. */
function carryOut(
  { start, all }: { start: Meeting; all: readonly Command[] },
  check: (before: Meeting, command: Command, after: Meeting, posts: readonly Post[]) => void,
): void {
  let meeting = start;
  for (const command of all) {
    const before = structuredClone(meeting);
    try {
      const decision = decide(frozen(meeting), command);
      check(before, command, decision.meeting, decision.posts);
      meeting = decision.meeting;
    } catch (error) {
      if (!(error instanceof DialogueError)) throw error;
      expect(meeting).toEqual(before);
    }
  }
}

const isOpen = (round: Meeting['rounds'][number]): boolean => round.status === 'open';

describe('decide, whatever is wished in whatever order', () => {
  it('has at most one open round, the newest, and none once the item has ended', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (_before, _command, after) => {
          expect(after.rounds.slice(0, -1).some(isOpen)).toBe(false);
          if (after.status === 'ended') expect(after.rounds.some(isOpen)).toBe(false);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing and posts nothing for a command it has done', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (before, command, after, posts) => {
          if (before.commands.includes(command.id)) {
            expect(after).toEqual(before);
            expect(posts).toEqual([]);
          }
          expect(decide(after, command)).toEqual({ meeting: after, posts: [] });
        });
      }),
      { numRuns: 400 },
    );
  });

  it('keeps each round that was put, asks no question twice, and posts each round once', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const keys: string[] = [];
        carryOut(story, (before, _command, after, posts) => {
          keys.push(...posts.map((post) => post.key));
          expect(after.rounds.map(({ id }) => id).slice(0, before.rounds.length)).toEqual(
            before.rounds.map(({ id }) => id),
          );
          const asked = after.rounds.map((round) => round.question);
          expect(new Set(asked).size).toBe(asked.length);
          expect(after.plan.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
          expect(after.plan.length).toBeGreaterThan(0);
        });
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves an ended item as it is', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (before, _command, after) => {
          if (before.status === 'ended') expect(after).toEqual(before);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('puts nothing before the item is open, and prepares nothing afterwards', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (before, _command, after) => {
          if (after.status === 'planned') expect([before.status, after.rounds]).toEqual(['planned', []]);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('fixes with the first question whether names are shown', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (before, command, after) => {
          if (before.rounds.length > 0) expect(after.names).toBe(before.names);
          else if (after.rounds.length > 0) expect(command).toMatchObject({ type: 'putQuestion', names: after.names });
        });
      }),
      { numRuns: 400 },
    );
  });

  it('gives each question its minutes, and only ever more', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (before, _command, after) => {
          for (const [index, { putAt, endsAt }] of after.rounds.entries()) {
            expect((endsAt ?? '') > putAt).toBe(true);
            expect((endsAt ?? '') >= (before.rounds[index]?.endsAt ?? '')).toBe(true);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('gives the lead to nobody who did not open the item and was not handed it', () => {
    fc.assert(
      fc.property(stories, (story) => {
        carryOut(story, (before, command, after) => {
          const given =
            command.type === 'handOver' ? command.to : command.type === 'openPlanned' ? command.by : undefined;
          expect([before.lead, given]).toContainEqual(after.lead);
        });
      }),
      { numRuns: 400 },
    );
  });
});
