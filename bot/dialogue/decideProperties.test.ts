import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { DialogueError } from './errors.ts';
import type { Meeting } from './meeting.ts';
import type { Post } from './post.ts';
import { at, chosen, frozen, lone, opened, theme } from './testing/samples.ts';

const question = fc.constantFrom('3/1', '3/2', '3/3', '3/4', '9/9');

const wish = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('putQuestion' as const), question }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('closeRound' as const),
      round: fc.constantFrom('r001', 'r002', 'r003', 'r009'),
    }),
  },
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

/** Few ids, so that some commands come twice. */
const commands = fc.array(
  fc
    .tuple(wish, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9_000 }))
    .map(([what, id, moment]): Command => ({ ...what, id: `command-${id}`, at: at(moment), by: lone })),
  { maxLength: 25 },
);

/** Carries the commands out as a store would: what is refused leaves the item as it was. */
function carryOut(
  all: readonly Command[],
  check: (before: Meeting, command: Command, after: Meeting, posts: readonly Post[]) => void,
): void {
  let meeting = opened();
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
      fc.property(commands, (all) => {
        carryOut(all, (_before, _command, after) => {
          expect(after.rounds.slice(0, -1).some(isOpen)).toBe(false);
          if (after.status === 'ended') expect(after.rounds.some(isOpen)).toBe(false);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing and posts nothing for a command it has done', () => {
    fc.assert(
      fc.property(commands, (all) => {
        carryOut(all, (before, command, after, posts) => {
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
      fc.property(commands, (all) => {
        const keys: string[] = [];
        carryOut(all, (before, _command, after, posts) => {
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
      fc.property(commands, (all) => {
        carryOut(all, (before, _command, after) => {
          if (before.status === 'ended') expect(after).toEqual(before);
        });
      }),
      { numRuns: 200 },
    );
  });
});
