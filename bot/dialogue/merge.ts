import type { Life, Seen } from './answer.ts';
import type { Person } from './meeting.ts';

/** At the same millisecond the later state of a message's life counts. */
const RANK: Record<Life, number> = { posted: 0, edited: 1, deleted: 2, textMissing: 3, undeleted: 4, forgotten: 5 };

/**
 * Joins what is known of an answer with what was just seen of it. The result is the same for any order and any
 * repetition of what was seen: Teams redelivers, and two instances may see an edit before the message it edits.
 * The newest sighting wins whole (an edit shows that the message lives); `forgotten` wins over everything.
 */
export function merge<T extends Seen>(known: T | undefined, seen: T): T {
  if (known === undefined) return erased(seen);
  const [older, newer] = order(known, seen) <= 0 ? [known, seen] : [seen, known];
  const author = newer.life === 'forgotten' ? undefined : joinAuthor(older.author, newer.author);
  return erased({ ...newer, author, postedAt: older.postedAt < newer.postedAt ? older.postedAt : newer.postedAt });
}

/** A deleted message keeps no text and a forgotten one no author either, so that neither can be read from the store. */
function erased<T extends Seen>(seen: T): T {
  if (seen.life === 'forgotten') return { ...seen, text: undefined, author: undefined };
  return seen.life === 'deleted' || seen.life === 'textMissing' ? { ...seen, text: undefined } : seen;
}

function order(left: Seen, right: Seen): number {
  if ((left.life === 'forgotten') !== (right.life === 'forgotten')) return left.life === 'forgotten' ? 1 : -1;
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  if (left.life !== right.life) return RANK[left.life] - RANK[right.life];
  return compare(left.text ?? '', right.text ?? '');
}

function joinAuthor(left: Person | undefined, right: Person | undefined): Person | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return compare(`${left.person} ${left.name}`, `${right.person} ${right.name}`) < 0 ? right : left;
}

const compare = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
