/** Where the line that is being written is kept on the device, beside the person's own answers. */
export const ROOM_DRAFT = 'room';

/** A line that is being written, or was sent without anybody knowing whether it was stored. */
export interface RoomLine {
  readonly words: string;
  /** The client's own id of it: the same for as long as it is the same line, also after a reload, so that it is stored once. */
  readonly id: string;
  /** The question it was first sent to; it stays with that, as long as nobody knows whether it was stored. */
  readonly round?: string;
}

export const newLine = (): RoomLine => ({ words: '', id: crypto.randomUUID() });

/** As text for the device; nothing is kept of an empty line. */
export const storedLine = (line: RoomLine): string => (line.words === '' ? '' : JSON.stringify(line));

/** What an older version of the app has left are the words alone. */
export function readLine(stored: string): RoomLine {
  if (stored === '') return newLine();
  try {
    const value: unknown = JSON.parse(stored);
    return isLine(value) ? value : { ...newLine(), words: stored };
  } catch {
    return { ...newLine(), words: stored };
  }
}

function isLine(value: unknown): value is RoomLine {
  if (typeof value !== 'object' || value === null || !('words' in value) || !('id' in value)) return false;
  const round = 'round' in value ? value.round : '';
  return [value.words, value.id, round].every((part) => typeof part === 'string');
}
