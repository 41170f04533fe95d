import type { Reason } from './counts.ts';
import type { Version } from './reply.ts';

/** What must be stored. `text` is undefined where no words are; `reason`: why it is not the last that was written. */
export interface Wanted {
  readonly life: 'living' | 'gone' | 'either';
  readonly text?: string | undefined;
  readonly reason?: Reason | undefined;
}

const REASONS = {
  post: 'reply not told',
  edit: 'edit not told',
  undelete: 'edit not told',
  delete: 'deletion not told',
} as const;

/** What is found to be living is believed so long after a deletion, in milliseconds: the list may be older than that. */
const SINCE = 5_000;

/**
 * The newest that Teams has told counts, or that stood there when the thread was read back, and where nobody told its
 * text, none. `asOf`: when that was, in milliseconds.
 */
export function wantedOf(versions: readonly Version[], asOf = -Infinity): Wanted {
  const isKnown = ({ isTold, at }: Version): boolean => isTold || at <= asOf;
  const newest = versions.findLast(isKnown);
  const last = versions.at(-1);
  const reason = last === undefined || isKnown(last) ? undefined : REASONS[last.does];
  if (newest?.text === undefined) return { life: 'gone', reason };
  if (isDoubtful(newest, versions)) return { life: 'either', text: newest.text, reason: 'edit not told' };
  if (newest.hasText || newest.at <= asOf) return { life: 'living', text: newest.text, reason };
  return { life: 'living', text: undefined, reason: reason ?? 'edit without text' };
}

/** Brought back just after it was deleted, and nobody told of it. */
function isDoubtful(newest: Version, versions: readonly Version[]): boolean {
  const gone = versions.findLast(({ does }) => does === 'delete');
  return !newest.isTold && gone !== undefined && newest.at - gone.at <= SINCE;
}
