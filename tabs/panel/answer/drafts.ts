/** What a person has written and not sent, kept on this device so that it survives a reload. */
export interface Drafts {
  read(meeting: string, round: string): string;
  /** An empty text removes the draft. */
  write(meeting: string, round: string, text: string): void;
}

/** Stands where drafts of answers name their round: a plan that somebody changes. */
export const PLAN_DRAFT = 'plan';

const PREFIX = 'med-dialog.draft.';
/** Milliseconds after which a draft is removed: as long as an item can stand open. Room computers are shared. */
const KEPT_FOR = 12 * 60 * 60 * 1000;

/**
 * Drafts of one person. A frame's storage may throw at any touch (blocked cookies, private windows, full): then drafts
 * live as long as the page.
 */
export function createDrafts(storage: () => Storage, person: string, now: () => number): Drafts {
  const kept = new Map<string, string>();
  const keyOf = (meeting: string, round: string): string => `${PREFIX}${fingerprint(person)}.${meeting}.${round}`;
  quietly(() => removeOld(storage(), now()));
  return {
    read: (meeting, round) => {
      const key = keyOf(meeting, round);
      return kept.get(key) ?? quietly(() => parse(storage().getItem(key))?.text) ?? '';
    },
    write: (meeting, round, text) => {
      const key = keyOf(meeting, round);
      kept.set(key, text);
      quietly(() => {
        if (text === '') storage().removeItem(key);
        else storage().setItem(key, JSON.stringify({ text, at: now() }));
      });
    },
  };
}

function quietly<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}

function removeOld(storage: Storage, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const draft = quietly(() => parse(storage.getItem(key)));
    if (draft === undefined || now - draft.at > KEPT_FOR) storage.removeItem(key);
  }
}

function parse(stored: string | null): { readonly text: string; readonly at: number } | undefined {
  const value: unknown = JSON.parse(stored ?? 'null');
  if (typeof value !== 'object' || value === null || !('text' in value) || !('at' in value)) return undefined;
  const { text, at } = value;
  return typeof text === 'string' && typeof at === 'number' ? { text, at } : undefined;
}

/** Tells people on one device apart without writing down who they are. FNV-1a, 32 bits: nothing is protected by it. */
function fingerprint(person: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(person)) hash = Math.imul(hash ^ unit, 0x01000193);
  return (hash >>> 0).toString(36);
}
