import { describe, expect, it } from 'vitest';
import type { Digest } from '#dialogue/digest';
import { botText } from './botText.ts';
import { minutesOf } from './minutes.ts';
import { minutesDocument } from './minutesDocument.ts';
import { HOSTILE } from './testing/hostile.ts';
import { asked, said, talked } from './testing/minutesSamples.ts';
import { documentXml, paragraphsIn } from './testing/paragraphsIn.ts';

const document = (digest: Digest): Promise<Uint8Array> => {
  const plan = digest.questions.map(() => ({ points: [] }));
  return minutesDocument(minutesOf(digest, plan, botText('da')), 'da');
};

describe('the minutes as a Word document', () => {
  it('have headings, points and the line that is left to be written', async () => {
    const digest = talked([asked({ answers: [said('Linje et\nLinje to'), said('Mere tid', { late: true })] })]);
    expect(paragraphsIn(await document(digest))).toEqual(
      [
        ['Heading1', false, 'Udkast til referatpunkt: Velkomst'],
        [undefined, false, '14. maj 2026'],
        ['Heading2', false, 'Baggrund'],
        [undefined, false, 'Udvalget drøftede dette spørgsmål:'],
        [undefined, false, '3 · En attraktiv arbejdsplads'],
        [undefined, false, '»Hvordan styrker vi den gode velkomst?«'],
        ['Heading2', false, 'Synspunkter (uden navne)'],
        ['ListParagraph', true, 'Linje et\nLinje to'],
        ['ListParagraph', true, 'Kommet senere: Mere tid'],
        [undefined, false, 'Konklusion: '],
      ].map(([style, isPoint, text]) => ({ style, isPoint, text })),
    );
  });

  it('have what people typed as words, and as nothing else', async () => {
    const xml = '</w:t></w:r></w:p><w:p><w:r><w:t>&amp; <![CDATA[ ]]>';
    const typed = [...HOSTILE, xml, '{DATE \\@ "d"} = SUM(1,2)'];
    const paragraphs = paragraphsIn(await document(talked([asked({ answers: typed.map((one) => said(one)) })])));
    expect(paragraphs.filter(({ isPoint }) => isPoint).map(({ text }) => text)).toEqual(typed);
  });

  it('hold a long answer whole, and nothing that Word refuses to open', async () => {
    const long = `${'ord æøå '.repeat(2_499)}slutter`;
    const docx = await document(talked([asked({ answers: [said(long), said('\u0000\u001b\ud800\ufffe\uffff!')] })]));
    expect(paragraphsIn(docx).map(({ text }) => text)).toContain(long);
    expect(documentXml(docx)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
  });
});
