import { decide, openMeeting } from '#dialogue/decide';
import { instantOf } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { opening } from '#dialogue/testing/samples';
import { type RoundRows, type Stored, Unavailable } from '../ports.ts';
import { createSnapshots } from '../snapshots.ts';
import { TEAM } from './team.ts';

export const OPENING = opening();
export const ID = OPENING.committee;
export const NEXT = { at: instantOf(1), by: OPENING.by };

const stored = <T>(value: T): Stored<T> => ({ value, version: 'v', writtenAt: instantOf(5), age: 0 });

/** Tables as they are now, a clock, and every read that was made. Reads end when `flow` is let go. */
export class CountedReads {
  milliseconds = 0;
  committee: Committee | undefined = { id: ID, team: 'team', name: 'MED' };
  meeting: Meeting | undefined;
  rows: RoundRows = { answers: [], posts: [], readBacks: [], newest: undefined };
  team = TEAM;
  down = false;
  reads: string[] = [];
  flow: Promise<unknown> = Promise.resolve();

  readonly snapshots = createSnapshots(
    {
      readTeam: () => this.#read('team', () => stored(this.team)),
      readCommittee: () => this.#read('committee', () => this.committee && stored(this.committee)),
      readMeeting: (id) => this.#read('head', () => (this.meeting?.id === id ? stored(this.meeting) : undefined)),
      readRoundOn: (_, round) => this.#read(`rows ${round}`, () => this.rows),
    },
    { now: () => instantOf(this.milliseconds) },
  );

  /** An item is open, with its first question put. */
  open(): Meeting {
    const meeting = openMeeting(OPENING);
    const question = meeting.plan[0]?.id ?? '';
    this.meeting = decide(meeting, { ...NEXT, id: 'command-put1', type: 'putQuestion', question }).meeting;
    this.committee = { id: ID, team: 'team', name: 'MED', open: meeting.id };
    return this.meeting;
  }

  /** An item is open, of which the first question was sent out beforehand. */
  prepare(): void {
    const meeting = openMeeting(OPENING);
    const send = { ...NEXT, id: 'command-send', type: 'sendAhead', question: '3/1' } as const;
    this.meeting = decide(meeting, send).meeting;
    this.committee = { id: ID, team: 'team', name: 'MED', open: meeting.id };
  }

  /** Closes the round that is open, and puts a question. */
  putNext(question: string): void {
    const meeting = this.meeting as Meeting;
    const open = meeting.rounds.find(({ status }) => status === 'open')?.id;
    const close = { ...NEXT, id: `command-close${open}`, type: 'closeRound', round: open ?? '' } as const;
    const before = open === undefined ? meeting : decide(meeting, close).meeting;
    const put = { ...NEXT, id: `command-put${question}`, type: 'putQuestion', question } as const;
    this.meeting = decide(before, put).meeting;
  }

  put(index: number): void {
    const closed = decide(this.meeting as Meeting, {
      ...NEXT,
      id: `command-close${index}`,
      type: 'closeRound',
      round: `r00${index}`,
    });
    const question = closed.meeting.plan[index]?.id ?? '';
    this.meeting = decide(closed.meeting, {
      ...NEXT,
      id: `command-put${index + 1}`,
      type: 'putQuestion',
      question,
    }).meeting;
  }

  taken(): string[] {
    return this.reads.splice(0);
  }

  /** What stands there when the read reaches the service is what it gives, however late it ends. */
  async #read<T>(name: string, read: () => T): Promise<T> {
    this.reads.push(name);
    const [value, down] = [read(), this.down];
    await this.flow;
    if (down) throw new Unavailable('store');
    return value;
  }
}
