import { inflateRawSync } from 'node:zlib';

/** A paragraph of a Word document: its style, whether it is a point of a list, and its words, a line a break. */
export interface ReadParagraph {
  readonly style: string | undefined;
  readonly isPoint: boolean;
  readonly text: string;
}

/** The document's own part, as it lies in the file. */
export const documentXml = (docx: Uint8Array): string => partOf(Buffer.from(docx), 'word/document.xml');

export const paragraphsIn = (docx: Uint8Array): readonly ReadParagraph[] =>
  [...documentXml(docx).matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1],
    isPoint: inner.includes('<w:numPr>'),
    text: [...inner.matchAll(/<w:br\/>|<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, words]) => unescaped(words)).join(''),
  }));

const unescaped = (words: string | undefined): string =>
  words === undefined
    ? '\n'
    : words
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&');

/** Reads one file of a zip archive by its central directory (APPNOTE.TXT 4.3.12). */
function partOf(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)) === name) return inflated(zip, at);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`the archive has no ${name}`);
}

function inflated(zip: Buffer, entry: number): string {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  return (zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}
