import type { Reason } from './counts.ts';
import type { Version } from './replies.ts';

/** What must be stored. `text` is undefined where no words are; `reason`: why it is not the last that was written. */
export interface Wanted {
  readonly life: 'living' | 'gone';
  readonly text?: string | undefined;
  readonly reason?: Reason | undefined;
}

const REASONS = {
  post: 'reply not told',
  edit: 'edit not told',
  undelete: 'edit not told',
  delete: 'deletion not told',
} as const;

/** The newest that Teams has told counts, and where it told no text, none. */
export function wantedOf(versions: readonly Version[]): Wanted {
  const newest = versions.findLast(({ isTold }) => isTold);
  const last = versions.at(-1);
  const reason = last === undefined || last.isTold ? undefined : REASONS[last.does];
  if (newest === undefined) return { life: 'gone', reason };
  if (newest.text === undefined) return { life: 'gone', reason };
  return newest.hasText
    ? { life: 'living', text: newest.text, reason }
    : { life: 'living', text: undefined, reason: reason ?? 'edit without text' };
}
