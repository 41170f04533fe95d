import { escaped, unescaped } from './escape.ts';
import type { Columns } from './tables.ts';

/** A property holds 32,768 UTF-16 units; some room is left. */
const CHUNK = 30_000;
// Text may hold anything that somebody could send: control characters, half a surrogate pair and non-characters are not
// safe on the way to a table and back in every version of its protocol. Tabs and line breaks are.
const UNSAFE = /[~\ufffe\uffff]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu;
const NINE = '9'.charCodeAt(0);
const NAME = /^([A-Za-z]+)(_json)?(?:_(\d+))?$/;

/**
 * A value's fields as columns: numbers as they are; text in chunks (`text`, `text_1`, …); everything else as JSON, in
 * chunks likewise (`plan_json`, `plan_json_1`, …). Fields that are undefined are left out. Field names are letters only.
 */
export function toColumns(value: object): Columns {
  const columns: Record<string, string | number> = {};
  for (const [name, field] of Object.entries(value) as [string, unknown][]) {
    if (field === undefined) continue;
    if (typeof field === 'number') columns[name] = field;
    else if (typeof field === 'string') put(columns, name, field);
    else put(columns, `${name}_json`, JSON.stringify(field));
  }
  return columns;
}

function put(columns: Record<string, string | number>, name: string, text: string): void {
  chunksOf(escaped(text, UNSAFE)).forEach((chunk, index) => {
    columns[index === 0 ? name : `${name}_${index}`] = chunk;
  });
}

/** At least one chunk. Never cuts a surrogate pair in two, for half a pair does not survive the way. */
function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  let start = 0;
  do {
    const end = start + CHUNK;
    const pair = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    chunks.push(text.slice(start, pair ? end - 1 : end));
    start = pair ? end - 1 : end;
  } while (start < text.length);
  return chunks;
}

/**
 * The fields that `toColumns` made columns of; still to be parsed.
 * @throws SyntaxError where chunks are missing or what should be JSON is none
 */
export function fromColumns(columns: Columns): Record<string, unknown> {
  const whole = isChunked(columns) ? joined(columns) : columns;
  const fields: Record<string, unknown> = {};
  for (const column in whole) {
    const value = whole[column];
    const { name, isJson } = partsOf(column);
    if (name === undefined || value === undefined) continue;
    if (typeof value === 'number') fields[name] = value;
    else fields[name] = isJson ? (JSON.parse(unescaped(value)) as unknown) : unescaped(value);
  }
  return fields;
}

/** What a column's name tells: the field, and the column in which the field begins. `name` is undefined where it is none of ours. */
interface Parts {
  readonly name: string | undefined;
  readonly isJson: boolean;
  readonly first: string;
}

/** There are some dozen names, and each is read for every row. */
const KNOWN = new Map<string, Parts>();

function partsOf(column: string): Parts {
  const known = KNOWN.get(column);
  if (known !== undefined) return known;
  const [, name, json] = NAME.exec(column) ?? [];
  const parts = { name, isJson: json !== undefined, first: `${name ?? ''}${json ?? ''}` };
  // Later chunks are numbered without end, and rows may have columns of anybody's.
  if (KNOWN.size < 500) KNOWN.set(column, parts);
  return parts;
}

/** Whether a field may have more than one chunk: few rows have one, and only names of later chunks end in a digit. */
function isChunked(columns: Columns): boolean {
  for (const column in columns) if (column.charCodeAt(column.length - 1) <= NINE) return true;
  return false;
}

/** The same columns with the chunks of each field in its first. */
function joined(columns: Columns): Columns {
  const whole: Record<string, string | number> = {};
  const later = new Map<string, number>();
  for (const [column, value] of Object.entries(columns)) {
    const { name, first } = partsOf(column);
    if (name === undefined || first === column) whole[column] = value;
    else later.set(first, (later.get(first) ?? 0) + 1);
  }
  for (const [first, count] of later) {
    // Counted, so that one that is missing in between shows.
    const chunks = [first, ...Array.from({ length: count }, (_, index) => `${first}_${index + 1}`)].map(
      (column) => columns[column],
    );
    if (!chunks.every((chunk) => typeof chunk === 'string')) throw new SyntaxError('a chunk is missing');
    whole[first] = chunks.join('');
  }
  return whole;
}

/** Whether two rows hold the same. */
export function sameColumns(left: Columns, right: Columns): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
