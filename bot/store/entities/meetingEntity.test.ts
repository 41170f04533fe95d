import { describe, expect, it } from 'vitest';
import type { Command } from '#dialogue/commands';
import { decide, openMeeting } from '#dialogue/decide';
import type { Meeting } from '#dialogue/meeting';
import { anna, at, chosen, jens, lone, opened, opening } from '#dialogue/testing/samples';
import { BrokenRow } from '../brokenRow.ts';
import type { Columns, Row } from '../tables.ts';
import { fromMeetingEntity, toMeetingEntity } from './meetingEntity.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;

let ids = 0;
const after = (meeting: Meeting, ...wishes: readonly Wish[]): Meeting =>
  wishes.reduce(
    (known, wish) => decide(known, { ...wish, id: `command-${(ids += 1)}`, at: at(60_000), by: lone }).meeting,
    meeting,
  );
const rowOf = (meeting: Meeting, change: (columns: Columns) => Columns = (columns) => columns): Row => {
  const entity = toMeetingEntity(meeting);
  return { ...entity, columns: change(entity.columns), etag: 'e', writtenAt: at(0), readAt: at(0) };
};
const without = <T extends object>(fields: T, ...names: readonly string[]): T =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as T;
/** A column that holds a list, as it was before its parts had these fields. */
const withoutIn = (columns: Columns, column: string, ...names: readonly string[]): Columns => {
  const parts = JSON.parse(String(columns[column])) as readonly object[];
  return { ...columns, [column]: JSON.stringify(parts.map((part) => without(part, ...names))) };
};

const put: Wish = { type: 'putQuestion', question: '3/1', names: 'hidden' };
const full = after(
  opened({ plan: [{ ...chosen(1), minutes: 3, angle: 'Hos os ~ "i dag" 😀\u0001', sentence: 1 }, chosen(2)] }),
  put,
  { type: 'handOver', to: jens },
  { type: 'appointScribe', scribe: anna },
  { type: 'showOnScreen', screen: 'answers' },
  { type: 'closeRound', round: 'r001' },
);

describe('an item’s row', () => {
  it.each<readonly [string, Meeting]>([
    ['being prepared', openMeeting(opening(), 'planned')],
    ['with a question put, its time, names hidden, a new lead and a scribe', full],
    ['ended', after(full, { type: 'endMeeting', cause: 'time' })],
  ])('gives back an item as it was: %s', (_, meeting) => {
    expect(fromMeetingEntity(rowOf(meeting))).toEqual(JSON.parse(JSON.stringify(meeting)));
  });

  it('has all that was given', () => {
    expect(fromMeetingEntity(rowOf(full))).toMatchObject({
      lead: jens,
      scribe: anna,
      names: 'hidden',
      screen: 'answers',
      plan: [{ minutes: 3, angle: 'Hos os ~ "i dag" 😀\u0001', sentence: 1 }, { minutes: 8 }],
      rounds: [{ endsAt: at(240_000), status: 'closed' }],
    });
  });

  it('that is older than minutes, names and screen means eight minutes, names shown, the question on the screen', () => {
    const older = rowOf(full, (columns) => {
      const questions = withoutIn(columns, 'plan_json', 'minutes', 'angle', 'sentence');
      const rounds = withoutIn(questions, 'rounds_json', 'endsAt');
      return without(rounds, 'names', 'screen', 'scribe_json', 'ahead_json');
    });
    const read = fromMeetingEntity(older);
    expect(read).toMatchObject({ names: 'shown', screen: 'question' });
    expect(read.plan.map(({ minutes }) => minutes)).toEqual([8, 8]);
    expect([read.scribe, read.rounds[0]?.endsAt]).toEqual([undefined, undefined]);
    // It can be led on.
    expect(after(read, { type: 'putQuestion', question: '3/2' }).rounds).toHaveLength(2);
  });

  it.each<readonly [string, string, unknown]>([
    ['names', 'names', 'maybe'],
    ['screen', 'screen', 'nothing'],
    ['status', 'status', 'begun'],
  ])('is not believed where its %s is another', (_, column, value) => {
    const broken = rowOf(full, (columns) => ({ ...columns, [column]: String(value) }));
    expect(() => fromMeetingEntity(broken)).toThrow(BrokenRow);
  });
});
