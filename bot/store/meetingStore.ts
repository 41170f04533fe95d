import type { Answer } from '#dialogue/answer';
import type { MeetingId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { Post } from '#dialogue/post';
import type { ReadBack } from '#dialogue/readBack';
import type { MeetingStore, RoundRows } from '#usecases/ports';
import { eraseMeetingRows } from './committeeRows.ts';
import { fromAnswerEntity } from './entities/answerEntity.ts';
import { fromMeetingEntity, toMeetingEntity } from './entities/meetingEntity.ts';
import { fromPostEntity, toPostEntity } from './entities/postEntity.ts';
import { fromReadBackEntity, toReadBackEntity } from './entities/readBackEntity.ts';
import { addresses, answerOfKey, isPostKey, ranges, readBackOfKey } from './keys.ts';
import { type Merging, mergeRow, readRange, readStored } from './rows.ts';
import type { Row, Tables, Write } from './tables.ts';

export const createMeetingStore = (tables: Tables): MeetingStore => ({
  async createMeeting(meeting) {
    if ((await tables.insert(toMeetingEntity(meeting))) === 'written') return true;
    return holdsNewestCommand(tables, meeting);
  },
  readMeeting: (meeting) => readStored(tables, addresses.meeting(meeting), fromMeetingEntity),
  eraseMeeting: (meeting, at) => eraseMeetingRows(tables, meeting, at),
  removeMeeting: (meeting) => tables.remove(addresses.meeting(meeting)),
  async commitMeeting(meeting, over, posts, replaced) {
    const head: Write = { entity: toMeetingEntity(meeting), over };
    const owner = { table: 'Meetings', partition: meeting.id } as const;
    const written = [
      ...posts.map((post) => ({ post, over: undefined })),
      ...(replaced === undefined ? [] : [replaced]),
    ];
    const rows = written.map((one): Write => ({ entity: toPostEntity(owner, one.post), over: one.over }));
    const outcome = rows.length === 0 ? tables.replace(head.entity, over) : tables.transact([head, ...rows]);
    if ((await outcome) === 'written') return true;
    return holdsNewestCommand(tables, meeting);
  },
  async saveReadBack(meeting, readBack) {
    await mergeRow(tables, readBack, readingBack(meeting));
  },
  async readRoundOn(meeting, round) {
    return toRoundRows(await readRange(tables, ranges.roundOn(meeting, round)));
  },
  async readAllRounds(meeting) {
    return toRoundRows(await readRange(tables, ranges.allRounds(meeting)));
  },
});

/** Of two readings the one that began later knows more, whichever is over first. */
const readingBack = (meeting: MeetingId): Merging<ReadBack> => ({
  to: (readBack) => toReadBackEntity(meeting, readBack),
  from: fromReadBackEntity,
  join: (known, seen) => (known !== undefined && known.at > seen.at ? known : seen),
});

/** Who was refused has won all the same where the head already carries their command: its first answer was lost. */
async function holdsNewestCommand(tables: Tables, meeting: Meeting): Promise<boolean> {
  const newest = meeting.commands.at(-1);
  const row = await tables.get(addresses.meeting(meeting.id));
  return row !== undefined && newest !== undefined && fromMeetingEntity(row).commands.includes(newest);
}

/** Rows of other kinds are left alone: a newer version of the app may have put them there. */
function toRoundRows(rows: readonly Row[]): RoundRows {
  const answers: Answer[] = [];
  const posts: Post[] = [];
  const readBacks: ReadBack[] = [];
  let newest: Instant | undefined;
  for (const row of rows) {
    if (newest === undefined || row.writtenAt > newest) newest = row.writtenAt;
    if (isPostKey(row.key)) posts.push(fromPostEntity(row));
    else if (answerOfKey(row.key) !== undefined) answers.push(fromAnswerEntity(row));
    else if (readBackOfKey(row.key) !== undefined) readBacks.push(fromReadBackEntity(row));
  }
  return { answers, posts, readBacks, newest };
}
