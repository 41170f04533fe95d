type Part = Readonly<Record<string, unknown>>;

/** All parts of cards that have a type, the outermost first. */
function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Part;
  return [...(typeof part['type'] === 'string' ? [part] : []), ...Object.values(part).flatMap(partsOf)];
}

const textOf = ({ text }: Part): string => (typeof text === 'string' ? text : '');

/** The words of a card as a person reads them, a line a block. Runs beside each other are one text. */
export function cardText(cards: readonly object[]): string {
  return partsOf(cards)
    .filter(({ type }) => type === 'TextBlock' || type === 'RichTextBlock')
    .map((block) => (block['type'] === 'TextBlock' ? textOf(block) : partsOf(block['inlines']).map(textOf).join('')))
    .join('\n');
}

/** What Teams would read as more than text: blocks that know Markdown, and functions that a card works out itself. */
export function markupIn(cards: readonly object[]): readonly string[] {
  return partsOf(cards)
    .filter((part) => part['type'] === 'TextBlock' || /\{\{\s*(?:DATE|TIME)\s*\(/.test(textOf(part)))
    .map(textOf);
}
