import type { CommitteeId, MeetingId, MessageId, RoundId, TeamId } from '#dialogue/ids';
import { invertedTicks } from '#dialogue/ids';
import { type Instant, millisecondsOf } from '#dialogue/instant';
import type { PostOwner, PostRef } from '#dialogue/post';
import type { TrialRef } from '#dialogue/trial';
import type { Due } from '#usecases/ports';
import { escaped, unescaped } from './escape.ts';
import type { Address, Range, TableName } from './tables.ts';

// Table Storage forbids `/ \ # ?` and control characters in keys; `%` is taken amiss in addresses, and the client
// library garbles what is not ASCII in continuation tokens.
// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
const FORBIDDEN = /[^ -~]|[~/\\#?%]/g;
/** A part of a key may not hold the separator of parts either. */
const FORBIDDEN_IN_PART = /[^ -~]|[~!/\\#?%]/g;

const encoded = (key: string): string => escaped(key, FORBIDDEN);
const part = (text: string): string => escaped(text, FORBIDDEN_IN_PART);

/** The text that a partition or row key was made of. */
export const decodedKey = (key: string): string => unescaped(key);

const at = (table: TableName, partition: string, key: string): Address => ({
  table,
  partition: encoded(partition),
  key,
});

/** All keys that begin with a prefix. Its last character is never the greatest there is. */
const startingWith = (table: TableName, partition: string, prefix: string): Range => ({
  table,
  partition: encoded(partition),
  from: prefix,
  to: after(prefix),
});

const roundsFrom = (meeting: MeetingId, from: string): Range => ({
  table: 'Meetings',
  partition: encoded(meeting),
  from,
  to: after('z!'),
});

const after = (prefix: string): string =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

const ROUND_ROW = /^(r\d{3,})!a!(.*)$/s;
const READ_BACK_ROW = /^(r\d{3,})!b$/;
const POST_ROW = /^(?:r\d{3,}|z)!p!/;
const BUCKETS = Array.from({ length: 16 }, (_, index) => index.toString(16));

/** The partition that a row of work is about, and what is to be done there, of its key: also where the rest cannot be read. */
export function workOfKey(key: string): { readonly partition: string; readonly work: string } {
  const [, partition = '', work = ''] = key.split('!');
  return { partition: decodedKey(partition), work };
}

/** Where each kind of row lies: this table is the layout of the store. */
export const addresses = {
  team: (team: TeamId) => at('Teams', team, 'head'),
  committee: (committee: CommitteeId) => at('Committees', committee, 'head'),
  history: (committee: CommitteeId, openedAt: Instant) =>
    at('Committees', committee, `m!${invertedTicks(millisecondsOf(openedAt))}`),
  thread: (committee: CommitteeId, root: MessageId) => at('Committees', committee, `t!${part(root)}`),
  announced: (committee: CommitteeId, post: PostRef) =>
    at('Committees', committee, `s!${part(post.partition)}!${encoded(post.key)}`),
  held: (committee: CommitteeId, root: MessageId, answer: string) =>
    at('Committees', committee, `h!${part(root)}!${part(answer)}`),
  meeting: (meeting: MeetingId) => at('Meetings', meeting, 'head'),
  answer: (meeting: MeetingId, round: RoundId, answer: string) =>
    at('Meetings', meeting, `${part(round)}!a!${encoded(answer)}`),
  readBack: (meeting: MeetingId, round: RoundId) => at('Meetings', meeting, `${part(round)}!b`),
  /** A post's key is its row key. */
  post: (owner: PostOwner, key: string) => at(owner.table, owner.partition, encoded(key)),
  trial: ({ committee, person }: TrialRef) => at('Committees', committee, `y!${part(person)}`),
  due: (due: Due) => {
    const [partition, work] = workOf(due);
    return at('Due', bucketOf(partition), `${due.at}!${part(partition)}!${work}`);
  },
} as const;

export const ranges = {
  /** Newest first: that is how the keys sort. */
  history: (committee: CommitteeId) => startingWith('Committees', committee, 'm!'),
  threads: (committee: CommitteeId) => startingWith('Committees', committee, 't!'),
  announced: (committee: CommitteeId) => startingWith('Committees', committee, 's!'),
  welcomes: (committee: CommitteeId) => startingWith('Committees', committee, 'p!welcome!'),
  held: (committee: CommitteeId, root?: MessageId) =>
    startingWith('Committees', committee, root === undefined ? 'h!' : `h!${part(root)}!`),
  /** The rows of a round and all that sorts after them, the digest's (`z!`) last. */
  roundOn: (meeting: MeetingId, round: RoundId) => roundsFrom(meeting, `${part(round)}!`),
  allRounds: (meeting: MeetingId) => roundsFrom(meeting, 'r'),
  /** Every row of a partition: each key begins with a letter or a digit. */
  whole: (table: TableName, partition: string): Range => ({ table, partition: encoded(partition), from: '0', to: '~' }),
  /** All work, whenever it is due: one range for each bucket. */
  allDue: (): readonly Range[] => BUCKETS.map((bucket) => ({ table: 'Due', partition: bucket, from: '0', to: '~' })),
  /** One range for each bucket. */
  due: (now: Instant): readonly Range[] =>
    BUCKETS.map((bucket) => ({ table: 'Due', partition: bucket, from: '0', to: after(`${now}!`) })),
} as const;

/** Round and key of an answer's row; undefined where the row is another kind. */
export function answerOfKey(key: string): { round: RoundId; key: string } | undefined {
  const match = ROUND_ROW.exec(key);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { round: match[1], key: decodedKey(match[2]) };
}

/** Round of a row that says how its threads were read back; undefined where the row is another kind. */
export const readBackOfKey = (key: string): RoundId | undefined => READ_BACK_ROW.exec(key)?.[1];

export const isPostKey = (key: string): boolean => POST_ROW.test(key);

/** A key without what it was made of, for error messages: `r003!a!…`. */
export const shapeOf = (key: string): string =>
  key
    .split('!')
    .map((text) => (/^(?:head|[a-z]|r\d{3,}|digest|post|pass|end|trial|read|erase|expire)$/.test(text) ? text : '…'))
    .join('!');

/** The partition that something due is about, and what is to be done there. */
function workOf(due: Due): readonly [partition: string, work: string] {
  if ('ending' in due) return [due.ending, 'end'];
  if ('trial' in due) return [due.trial.committee, `trial!${part(due.trial.person)}`];
  if ('expiring' in due) return [due.expiring, 'expire'];
  if ('erasing' in due) return [due.erasing, 'erase'];
  if ('readBack' in due) return [due.readBack.meeting, `read!${part(due.readBack.round)}`];
  if ('passing' in due) return [due.passing.partition, `pass!${encoded(due.passing.key)}`];
  return [due.post.partition, `post!${encoded(due.post.key)}`];
}

/** FNV-1a over UTF-16 units: cheap, and the same on every instance. */
function bucketOf(partition: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < partition.length; index += 1) {
    hash = Math.imul(hash ^ partition.charCodeAt(index), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 16)) & 15).toString(16);
}
