/** What the app needs and no source has. */
const NOT_TEXT = new Set(['slug', 'id', 'url']);

interface Edit {
  /** Where in the value, and what was done there. */
  at: string;
  value: unknown;
}

/** The value with one thing wrong, in every place: a text changed at its beginning, middle or end, an item lost. */
export function* edits(value: unknown, at = ''): Generator<Edit> {
  if (typeof value === 'string') {
    for (const place of [0, value.length >> 1, value.length - 1]) {
      yield { at: `${at} character ${place}`, value: `${value.slice(0, place)}¤${value.slice(place + 1)}` };
    }
  } else if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) {
      yield { at: `${at}/${index} lost`, value: items.toSpliced(index, 1) };
      for (const inner of edits(item, `${at}/${index}`)) yield { ...inner, value: items.with(index, inner.value) };
    }
  } else if (typeof value === 'object' && value !== null) {
    yield* editsOfObject(value, at);
  }
}

function* editsOfObject(value: object, at: string): Generator<Edit> {
  for (const [key, item] of Object.entries(value)) {
    if (NOT_TEXT.has(key)) continue;
    for (const inner of edits(item, `${at}/${key}`)) yield { ...inner, value: { ...value, [key]: inner.value } };
  }
}
