/** The two sources of the material, by the names that SLIPS.md gives them. */
export type Source = 'council paper' | 'kit';

/** One row of a table in SLIPS.md: on this line of the source, this text is replaced by that. */
export interface Slip {
  source: Source;
  /** Line in the source's file, from 1. */
  line: number;
  theme: string;
  original: string;
  mended: string;
}

const ROW = /^\| (council paper|kit) \| (\d+) \| ([^|]+) \| `([^`|]+)` \| `([^`|]+)` \|$/u;
const FRAME = /^\| (Source \| Line \| Theme \| Original \| Mended|--- \| --- \| --- \| --- \| ---) \|$/u;

/** All rows of all tables. @throws {Error} on a table line that is not such a row: it would be passed over unseen */
export function readSlips(markdown: string): Slip[] {
  const lines = markdown.split('\n').filter((line) => line.includes('|') && !FRAME.test(line));
  return lines.map((text) => {
    const [, source, line, theme, original, mended] = ROW.exec(text) ?? [];
    if (!theme || !original || !mended) throw new Error(`No row of the table of slips: ${text}`);
    return { source: source === 'kit' ? 'kit' : 'council paper', line: Number(line), theme, original, mended };
  });
}

/** The source's text with its rows applied. @throws {Error} on a row whose original is not on its line exactly once */
export function mend(text: string, source: Source, slips: readonly Slip[]): string {
  const lines = text.split('\n');
  for (const slip of slips.filter((row) => row.source === source)) {
    const [before, after, ...more] = (lines[slip.line - 1] ?? '').split(slip.original);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`Line ${slip.line} of the ${source} does not hold exactly once: ${slip.original}`);
    }
    lines[slip.line - 1] = before + slip.mended + after;
  }
  return lines.join('\n');
}

/** The theme that a line of the source belongs to: the nearest theme title at or above it. */
export function themeAt(text: string, line: number, titles: readonly string[]): string | undefined {
  const above = text.split('\n').slice(0, line).reverse();
  for (const candidate of above) {
    const title = titles.find((name) => new RegExp(`^(#+ .+ - |\\d\\) )${name} *$`, 'u').test(candidate));
    if (title !== undefined) return title;
  }
  return undefined;
}
