import { Document, HeadingLevel, type IRunOptions, Packer, Paragraph, TextRun } from 'docx';
import type { Language } from '#dialogue/meeting';
import type { MinutesBlock } from './minutes.ts';

/** Proofing language of the document, so that Word does not underline all of it. */
const LOCALE: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

/** The minutes as a Word document (`.docx`): the same blocks as in the text, with Word's own headings and list. */
export async function minutesDocument(blocks: readonly MinutesBlock[], language: Language): Promise<Uint8Array> {
  const document = new Document({
    title: blocks.find(({ type }) => type === 'title')?.text ?? '',
    // Else the library names one.
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: { document: { run: { font: 'Calibri', size: '11pt', language: { value: LOCALE[language] } } } },
    },
    sections: [{ children: blocks.map(({ type, text }) => PARAGRAPHS[type](text)) }],
  });
  return Packer.toBuffer(document);
}

const PARAGRAPHS: Record<MinutesBlock['type'], (text: string) => Paragraph> = {
  title: (text) => new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(text) }),
  heading: (text) => new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(text) }),
  words: (text) => new Paragraph({ children: runs(text) }),
  point: (text) => new Paragraph({ bullet: { level: 0 }, children: runs(text) }),
  blank: (text) => new Paragraph({ spacing: { before: 240 }, children: [new TextRun(label(text))] }),
};

const label = (text: string): IRunOptions => ({ text: `${text} `, bold: true });

/** A run a line. */
const runs = (text: string): readonly TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
