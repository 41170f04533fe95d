import { describe, expect, it } from 'vitest';
import type { Digest } from '#dialogue/digest';
import { botText } from './botText.ts';
import { minutesOf } from './minutes.ts';
import { minutesText } from './minutesText.ts';
import { HOSTILE } from './testing/hostile.ts';
import { asked, said, talked } from './testing/minutesSamples.ts';

const text = botText('da');
const plan = (digest: Digest, points: readonly string[] = []) => digest.questions.map(() => ({ points }));
const written = (digest: Digest, points?: readonly string[], words = text): string =>
  minutesText(minutesOf(digest, plan(digest, points), words));
const linesOf = (digest: Digest): readonly string[] => written(digest).split('\n');

describe('the minutes as text', () => {
  it('have title, date, background, views and a line that is left to be written', () => {
    const digest = talked([asked({ answers: [said('En fast makker'), said('Mere tid', { late: true })] })]);
    expect(written(digest, ['Hvad gør vi i dag?'])).toBe(
      [
        'Udkast til referatpunkt: Velkomst',
        '14. maj 2026',
        '',
        'Baggrund',
        'Udvalget drøftede dette spørgsmål:',
        '3 · En attraktiv arbejdsplads',
        '»Hvordan styrker vi den gode velkomst?«',
        '• Hvad gør vi i dag?',
        '',
        'Synspunkter (uden navne)',
        '• En fast makker',
        '• Kommet senere: Mere tid',
        '',
        'Konklusion: ',
      ].join('\n'),
    );
  });

  it('are in the committee’s language', () => {
    const english = written(talked([asked()]), [], botText('en'));
    expect(english).toContain('Draft for the minutes: Velkomst\n14 May 2026\n');
    expect(english).toMatch(/Conclusion: $/);
  });

  it('have the date of the committee’s own place, also where that is another year', () => {
    expect(linesOf(talked([asked()], { date: '2026-12-31T23:30:00.000Z' }))[1]).toBe('1. januar 2027');
  });

  it('tell a side’s own wording from the others, and today’s angle from the question', () => {
    const lines = linesOf(
      talked([asked({ angle: 'Hvad med aftenvagten?', answers: [said('En makker', { side: 'employees' })] })]),
    );
    expect(lines).toContain('• Medarbejdersiden: En makker');
    expect(lines[lines.indexOf('Dagens vinkel: Hvad med aftenvagten?') + 1]).toBe(
      '»Hvordan styrker vi den gode velkomst?«',
    );
  });

  it('name nobody', () => {
    expect(written(talked([asked()]))).not.toMatch(/Anna|Holm/);
  });

  it('number the questions where there are several, and name a theme once', () => {
    const own = asked({ text: 'Vores eget?', theme: undefined, answers: [] });
    const lines = linesOf(talked([asked(), asked({ text: 'Og hvad så?' }), own]));
    expect(lines.slice(4, 10)).toEqual([
      'Udvalget drøftede disse 3 spørgsmål:',
      '3 · En attraktiv arbejdsplads',
      'Spørgsmål 1: »Hvordan styrker vi den gode velkomst?«',
      'Spørgsmål 2: »Og hvad så?«',
      'Udvalgets eget spørgsmål',
      'Spørgsmål 3: »Vores eget?«',
    ]);
    expect(lines).toContain('Synspunkter til spørgsmål 2 (uden navne)');
    expect(lines.slice(lines.indexOf('Synspunkter til spørgsmål 3 (uden navne)'))[1]).toBe(text('minutes.noViews'));
  });

  it('say what was skipped, what was not reached, and what could not be checked', () => {
    const lines = linesOf(
      talked([
        asked({ text: 'Sprunget?', status: 'skipped', answers: [] }),
        asked({ checked: false }),
        asked({ text: 'Ikke nået?', status: 'notReached', answers: [] }),
        asked({ text: 'For få?', tooFew: true, answers: [] }),
      ]),
    );
    expect(lines.slice(lines.indexOf('Sprunget over'))).toEqual([
      'Sprunget over',
      '• Sprunget?',
      '',
      'Ikke nået',
      '• Ikke nået?',
      '',
      'Konklusion: ',
    ]);
    expect(lines).toContain(text('digest.unchecked'));
    expect(lines).toContain(text('digest.tooFew'));
  });

  it('keep a place for an answer whose words are not known, and for one without words', () => {
    const lines = linesOf(talked([asked({ answers: [said(undefined), said(' \u0007 ')] })]));
    expect(lines).toContain(`• ${text('digest.textMissing')}`);
    expect(lines).toContain(`• ${text('digest.noText')}`);
  });

  it.each(HOSTILE)('have %j as it was typed', (typed) => {
    const lines = linesOf(talked([asked({ answers: [said(typed)] })]));
    const [first, ...more] = typed.split('\n');
    const start = lines.indexOf(`• ${first ?? ''}`);
    expect(start).toBeGreaterThan(0);
    expect(lines.slice(start + 1, start + 1 + more.length)).toEqual(more.map((line) => `  ${line}`));
  });

  it('begin no line, and no cell of a sheet, with what people wrote', () => {
    const formula = '=HYPERLINK("https://example.invalid")';
    const everywhere = `${formula}\n${formula}\r\n${formula}\u2028${formula}\t${formula}`;
    const digest = talked(
      [
        asked({
          text: everywhere,
          theme: { number: 3, title: everywhere, direction: [] },
          answers: [said(everywhere)],
        }),
        asked({ status: 'skipped', text: everywhere }),
      ],
      { title: everywhere },
    );
    const lines = written(digest, [everywhere]).split(/[\n\u2028\u2029]/);
    expect(lines.filter((line) => line.includes(formula)).length).toBeGreaterThan(8);
    expect(lines.flatMap((line) => line.split('\t')).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('hold an answer of 20,000 characters whole, and no control characters', () => {
    const long = `${'ord æøå '.repeat(2_499)}slutter`;
    const all = written(talked([asked({ answers: [said(long), said('Ring\u0007 \u001b[31mnu\ufffe \ud800')] })]));
    expect(all).toContain(`• ${long}\n`);
    expect(all).toContain('• Ring [31mnu \ufffd');
    expect(all).not.toMatch(/(?!\n)\p{Cc}|\ufffe|\p{Cs}/u);
  });
});
