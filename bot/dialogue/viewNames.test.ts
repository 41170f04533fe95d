import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import type { Command } from './commands.ts';
import { decide, openMeeting } from './decide.ts';
import type { Meeting, Names } from './meeting.ts';
import { anna, answer, at, chosen, frozen, jens, lone, opened, opening } from './testing/samples.ts';
import { type MeetingView, nextView, view } from './view.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;

const address = { tenant: 'tenant-id', group: 'group-id' };
const MINUTE = 60_000;
let ids = 0;
const after = (meeting: Meeting, ...wishes: readonly Wish[]): Meeting =>
  wishes.reduce(
    (known, wish) => decide(known, { ...wish, id: `command-${(ids += 1)}`, at: at(MINUTE), by: lone }).meeting,
    meeting,
  );

const seenBy = (
  { person }: { person: string },
  meeting: Meeting,
  answers: readonly Answer[] = [],
  chosenNames: Names = 'shown',
): MeetingView =>
  view(frozen({ meeting, answers, posts: [], readBacks: [], version: at(MINUTE) }), { person }, address, chosenNames);

const put = (names: Names): Wish => ({ type: 'putQuestion', question: '3/1', names });
const [shown, hidden] = [after(opened(), put('shown')), after(opened(), put('hidden'))];

const thread = answer({ key: 't1', source: 'thread', author: jens, revision: 0, command: undefined, postedAt: at(1) });
const own = answer({ postedAt: at(2) });
const room = answer({ key: 'o12345678', source: 'room', author: jens, revision: 3, postedAt: at(3) });
const nameless = answer({ key: 'o87654321', source: 'room', author: undefined, postedAt: at(4) });
const all = [thread, own, room, nameless];

const namesFor = (who: typeof anna, meeting: Meeting): (string | undefined)[] | undefined =>
  seenBy(who, meeting, all).round?.answers.map(({ name }) => name);

describe('who put a question', () => {
  it('is known by whoever did, also beside somebody of the same name', () => {
    const seen = (person: string) => seenBy({ person }, shown).round;
    expect([seen(lone.person)?.putByYou, seen('person-other-lone')?.putByYou]).toEqual([true, undefined]);
    expect(seen(lone.person)?.putBy).toBe(lone.name);
    expect(JSON.stringify(seen(lone.person))).not.toContain(lone.person);
  });
});

describe('names at answers', () => {
  it('stand there for everybody where the committee shows them', () => {
    for (const who of [anna, jens, lone])
      expect(namesFor(who, shown)).toEqual(['Jens Bro', 'Anna Holm', 'Jens Bro', undefined]);
  });

  it('stand at nobody’s but one’s own where it hides them, for whoever leads too', () => {
    expect(namesFor(anna, hidden)).toEqual([undefined, 'Anna Holm', undefined, undefined]);
    expect(namesFor(jens, hidden)).toEqual(['Jens Bro', undefined, 'Jens Bro', undefined]);
    expect(namesFor(lone, hidden)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('leave nothing of the others in a view that hides them', () => {
    expect(JSON.stringify(seenBy(lone, hidden, all))).not.toMatch(/Anna|Jens|person-/);
    expect(seenBy(anna, hidden, all).round?.answers.map(({ mine }) => mine)).toEqual([false, true, false, false]);
  });

  it('are hidden as the item began, whatever the committee has chosen since', () => {
    expect(seenBy(lone, hidden, all, 'shown').names).toBe('hidden');
    expect(seenBy(lone, shown, all, 'hidden').names).toBe('shown');
    const closed = after(hidden, { type: 'closeRound', round: 'r001' });
    expect(namesFor(lone, after(closed, { type: 'endMeeting', cause: 'facilitator' }))).not.toContain('Anna Holm');
  });

  it.each(['shown', 'hidden'] as const)('are until a question is put as the committee has chosen: %s', (names) => {
    expect(seenBy(lone, opened(), [], names).names).toBe(names);
  });
});

describe('an answer in a view', () => {
  const answers = seenBy(lone, shown, all).round?.answers ?? [];

  it('has an id that holds no person', () => {
    expect(answers.map(({ id }) => id)).toEqual(['t1', `${at(2)}.1`, 'o12345678', 'o87654321']);
    expect(JSON.stringify(answers)).not.toContain('person-');
  });

  it('tells which revision to write over only where it was said in the room', () => {
    expect(answers.map(({ revision }) => revision)).toEqual([undefined, undefined, 3, 1]);
  });

  it('stands for the side whose wording it is', () => {
    const written = [{ ...own, side: 'employees' } as const, thread];
    const seen = seenBy(anna, shown, written).round;
    expect(seen?.answers.map(({ side }) => side)).toEqual([undefined, 'employees']);
    expect(seen?.mine?.side).toBe('employees');
    expect(seenBy(anna, shown, [own]).round?.mine).toMatchObject({ revision: 1, side: undefined });
  });

  it('tells all who see whose words they are that another wrote them down', () => {
    const written = [
      { ...room, writtenBy: anna },
      { ...room, key: 'oself', author: anna, writtenBy: anna },
    ];
    const writers = (who: typeof anna, meeting: Meeting) =>
      seenBy(who, meeting, written).round?.answers.map(({ writtenBy }) => writtenBy);
    for (const who of [jens, lone]) expect(writers(who, shown)).toEqual(['Anna Holm', undefined]);
    expect(writers(jens, hidden)).toEqual(['Anna Holm', undefined]);
    expect(writers(lone, hidden)).toEqual([undefined, undefined]);
  });

  it('tells that it was handed in on paper', () => {
    const seen = seenBy(lone, shown, [{ ...nameless, paper: true }, own]).round;
    expect(seen?.answers.map(({ paper }) => paper)).toEqual([undefined, true]);
  });

  it('was said in the room by somebody without being their own answer', () => {
    expect(seenBy(jens, shown, [room]).round?.mine).toBeUndefined();
  });

  it('is never late where it was said in the room', () => {
    const closed = after(shown, { type: 'closeRound', round: 'r001' });
    const late = [thread, room].map((one) => ({ ...one, postedAt: at(2 * MINUTE) }));
    expect(seenBy(lone, closed, late).round?.answers.map(({ late: isLate }) => isLate)).toEqual([true, false]);
  });
});

describe('a question in a view', () => {
  const plan = [{ ...chosen(1), minutes: 3, angle: 'Hos os', sentence: 1 }, chosen(2)];
  const meeting = after(opened({ plan }), put('shown'));

  it('carries the committee’s angle and tells when its minutes are over', () => {
    expect(seenBy(anna, meeting).round).toMatchObject({
      question: { text: 'Spørgsmål 1?', angle: 'Hos os' },
      endsAt: at(4 * MINUTE),
    });
    const longer = after(meeting, { type: 'extendRound', round: 'r001' });
    expect(seenBy(anna, longer).round?.endsAt).toBe(at(6 * MINUTE));
  });

  it('stands in the plan with its minutes, angle and sentence', () => {
    expect(seenBy(anna, meeting).plan.map(({ minutes, angle, sentence }) => [minutes, angle, sentence])).toEqual([
      [3, 'Hos os', 1],
      [8, undefined, undefined],
    ]);
  });

  it('stands so in the plan of an item that is being prepared', () => {
    const planned = openMeeting(opening({ plan }), 'planned');
    expect(nextView({ meeting: planned, posts: [], answers: [] }, address)).toMatchObject({
      id: planned.id,
      title: 'Trivsel',
      plan: [
        { minutes: 3, angle: 'Hos os', sentence: 1, status: 'waiting', theme: { number: 3 } },
        { minutes: 8, status: 'waiting' },
      ],
    });
  });
});

describe('who does what', () => {
  const led = after(shown, { type: 'handOver', to: jens }, { type: 'appointScribe', scribe: anna });

  it('is marked for those who do it, and told to the others', () => {
    expect(seenBy(anna, led)).toMatchObject({
      lead: { name: 'Jens Bro', mine: false },
      scribe: { name: 'Anna Holm', mine: true },
    });
    expect(seenBy(jens, led)).toMatchObject({ lead: { mine: true }, scribe: { mine: false } });
    expect(seenBy(lone, led)).toMatchObject({ lead: { mine: false }, scribe: { mine: false } });
    expect(JSON.stringify(seenBy(lone, led))).not.toContain('person-');
  });

  it('is nobody’s task to write down what is said until somebody is appointed', () => {
    expect(seenBy(anna, shown).scribe).toBeUndefined();
  });

  it('tells what the big screen shows', () => {
    expect(seenBy(anna, shown).screen).toBe('question');
    expect(seenBy(anna, after(shown, { type: 'showOnScreen', screen: 'answers' })).screen).toBe('answers');
  });
});
