import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMaterial } from './loadMaterial.ts';
import { MaterialError } from './MaterialError.ts';
import { ABOUT_FILE, folderWith, themeFile } from './testing/folder.ts';

const ro = themeFile(1, 'ro', 'Ro');

async function errorOf(files: Record<string, string | Uint8Array>): Promise<{ at: string; message: string }> {
  const folder = await folderWith(files);
  const error: unknown = await loadMaterial(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MaterialError)) throw new Error('expected a MaterialError', { cause: error });
  expect(error.message.startsWith(`${error.file}:${error.line}: `)).toBe(true);
  return { at: `${error.file.slice(join(folder, '/').length)}:${error.line}`, message: error.message };
}

describe('a folder that is as it should be', () => {
  it('is loaded whole, wrapped lines joined and themes ordered by number', async () => {
    const folder = await folderWith({
      'ro-paa-arbejdet/material.md': ABOUT_FILE,
      'ro-paa-arbejdet/2-stoej.md': themeFile(2, 'stoej', 'Støj'),
      'ro-paa-arbejdet/1-ro.md': ro
        .replace(
          '---\n\n',
          'references:\n  - title: Planen\n    url: https://eksempel.dk/plan\n  - title: Kodeks\n    url:\n---\n\n',
        )
        .replace('tiden.', 'tiden\n  og hjem.\n\nHver dag.')
        .replace('hos os?', 'hos os?\n   - pauser\n   - en \\*plan\\* & en dør'),
      'ro-paa-arbejdet/SLIPS.md': 'notes',
      'ro-paa-arbejdet/.DS_Store': '',
    });
    expect(await loadMaterial(join(folder, 'ro-paa-arbejdet/'))).toEqual({
      slug: 'ro-paa-arbejdet',
      title: 'Ro på arbejdet',
      publisher: 'Eksempel Kommune',
      language: 'da',
      source: 'Skrevet til denne prøve',
      purpose: 'At prøve, om et andet materiale kan læses.',
      themes: [
        {
          slug: 'ro',
          number: 1,
          title: 'Ro',
          direction: ['Vi går til tiden og hjem.', 'Hver dag.'],
          heading: 'Hvad er det vigtigt, at MED drøfter, når det handler om ro?',
          questions: [
            { id: '1/1', text: 'Hvad giver ro hos os?', points: ['pauser', 'en *plan* & en dør'] },
            { id: '1/2', text: 'Hvad tager den?', points: [] },
          ],
          references: [{ title: 'Planen', url: 'https://eksempel.dk/plan' }, { title: 'Kodeks' }],
        },
        expect.objectContaining({ slug: 'stoej', number: 2, references: [] }),
      ],
    });
  });

  it('gives the same whether its lines end the Windows way, and behind a byte order mark', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const one = await loadMaterial(await folderWith({ 'material.md': ABOUT_FILE, '1-ro.md': ro }));
    const other = await loadMaterial(await folderWith({ 'material.md': windows(ABOUT_FILE), '1-ro.md': windows(ro) }));
    expect({ ...other, slug: one.slug }).toEqual(one);
  });
});

describe('an error in a theme names file and line', () => {
  it.each([
    ['no front matter', '---\nnumber', 'number', 1, 'must begin with front matter'],
    ['front matter that never ends', 'slug: ro\n---', 'slug: ro', 1, 'must begin with front matter'],
    ['broken YAML', 'title: Ro', 'title: Ro: nu', 3, 'front matter: Nested mappings'],
    ['a quotation mark that is never closed', 'title: Ro', 'title: "Ro', 4, 'front matter: Missing closing'],
    ['a key used twice', 'slug: ro', 'slug: ro\ntitle: Ro', 5, 'front matter: Map keys must be unique'],
    ['a YAML tag', 'title: Ro', 'title: !navn Ro', 3, 'front matter: Unresolved tag: !navn'],
    ['front matter that is no map', 'number: 1\ntitle: Ro\nslug: ro', '- number', 2, 'expected object'],
    ['empty front matter', 'number: 1\ntitle: Ro\nslug: ro\n', '', 2, 'expected object'],
    ['an unknown key', 'slug: ro', 'slug: ro\nforfatter: Bo', 5, 'unknown key "forfatter"'],
    ['a missing key', 'title: Ro\n', '', 2, '"title" is missing'],
    ['an empty title', 'title: Ro', 'title:', 3, '"title" is missing'],
    ['a title of several lines', 'title: Ro', 'title: |\n  Ro\n  og fred', 3, '"title" must be one line of text'],
    ['a number that is text', 'number: 1', 'number: "1"', 2, '"number" must be a whole number'],
    ['a number below 1', 'number: 1', 'number: 0', 2, '"number" must be 1 or more'],
    ['a slug with other letters', 'slug: ro', 'slug: rø', 4, '"slug" may hold only a-z'],
    ['a number that the file name has not', 'number: 1', 'number: 2', 2, 'must be named 2-ro.md'],
    ['a reference without title', 'slug: ro', 'slug: ro\nreferences:\n  - url:', 6, '"references.0.title" is missing'],
    ['references that are no list', 'slug: ro', 'slug: ro\nreferences: Planen', 5, '"references" must be a list'],
    ['an unknown key of a reference', 'slug: ro', 'slug: ro\nreferences:\n  - title: A\n    uri: b', 7, 'key "uri"'],
    [
      'a link that is not https',
      'slug: ro',
      'slug: ro\nreferences:\n  - title: A\n  - title: B\n    url: javascript:alert(1)',
      8,
      '"references.1.url" must be an https address',
    ],
    ['no heading over the direction', '## Vores fælles retning\n\n', '', 7, '"## Vores fælles retning"'],
    ['another heading there', 'Vores fælles retning', 'Vores retning', 7, '"## Vores fælles retning"'],
    ['a heading of another level', '## Vores', '### Vores', 7, '"## Vores fælles retning"'],
    ['an empty direction', 'Vi går til tiden.\n\n', '', 9, 'the direction has no text'],
    ['a list in the direction', 'Vi går til tiden.', 'Vi går\n\n- til tiden', 11, '"## Hvad er det vigtigt …?"'],
    ['no heading over the questions', /## Hvad.*\n\n/u, '', 11, '"## Hvad er det vigtigt …?"'],
    ['that heading without its question mark', 'om ro?', 'om ro', 11, '"## Hvad er det vigtigt …?"'],
    ['formatting', 'til tiden', 'til *tiden*', 9, 'only plain text can be shown here, and this is: emphasis'],
    ['HTML in a question', 'den?', '<b>den</b>?', 14, 'only plain text can be shown here, and this is: html'],
    ['a forced line break', 'går til', 'går  \ntil', 9, 'only plain text can be shown here, and this is: break'],
    ['no questions', /1\. (.|\n)*/u, '', 11, 'expected the numbered list of questions here'],
    ['questions without numbers', /\d\. /gu, '- ', 13, 'expected the numbered list of questions here'],
    ['a list that does not begin at 1', '1. Hvad', '0. Hvad', 13, 'question 1 of the list is numbered 0'],
    ['a number used twice', '2. Hvad tager den?', '2. Hvad?\n2. Og?', 15, 'question 3 of the list is numbered 2'],
    ['a number passed over', '2. Hvad', '3. Hvad', 14, 'question 2 of the list is numbered 3'],
    ['a question without text', '2. Hvad tager den?', '2.', 14, 'this item has no text'],
    ['two paragraphs in a question', 'den?', 'den?\n\n   Og hvem?', 16, 'only a list of points'],
    ['numbered points', 'den?', 'den?\n   1. larm', 15, 'only a list of points'],
    ['text after the points', 'den?', 'den?\n   - larm\n\n   Og hvem?', 17, 'at most one list of points'],
    ['points under a point', 'den?', 'den?\n   - larm\n     - telefon', 16, 'a point holds one paragraph'],
    ['text after the questions', 'den?', 'den?\n\nSlut.', 16, 'nothing may follow the list of questions'],
    ['a second list', 'den?', 'den?\n\n- løst punkt', 16, 'nothing may follow the list of questions'],
  ])('for %s', async (_what, original, replacement, line, message) => {
    const broken = ro.replace(original, replacement);
    expect(broken).not.toBe(ro);
    const error = await errorOf({ 'material.md': ABOUT_FILE, '1-ro.md': broken });
    expect(error).toEqual({ at: `1-ro.md:${line}`, message: expect.stringContaining(message) as string });
  });

  it('for text that was not saved as UTF-8', async () => {
    const error = await errorOf({ 'material.md': ABOUT_FILE, '1-ro.md': Buffer.from(ro, 'latin1') });
    expect(error).toEqual({ at: '1-ro.md:7', message: expect.stringContaining('not UTF-8') as string });
  });
});

describe('an error between files names file and line', () => {
  it.each([
    [
      'a number used twice',
      '1-uro.md',
      themeFile(1, 'uro', 'Uro'),
      '1-uro.md:2',
      'number "1" is already used by 1-ro.md',
    ],
    [
      'a title used twice',
      '2-uro.md',
      themeFile(2, 'uro', 'Ro'),
      '2-uro.md:3',
      'title "Ro" is already used by 1-ro.md',
    ],
    ['a slug used twice', '2-ro.md', themeFile(2, 'ro', 'Uro'), '2-ro.md:4', 'slug "ro" is already used by 1-ro.md'],
    [
      'a number left out',
      '3-uro.md',
      themeFile(3, 'uro', 'Uro'),
      '3-uro.md:2',
      'number 3 comes where 2 is still missing',
    ],
    ['a theme whose name lacks its number', 'uro.md', themeFile(2, 'uro', 'Uro'), 'uro.md:1', '<number>-<slug>.md'],
    ['a file of another kind', '2-uro.markdown', '', '2-uro.markdown:1', '<number>-<slug>.md'],
  ])('for %s', async (_what, name, content, at, message) => {
    const error = await errorOf({ 'material.md': ABOUT_FILE, '1-ro.md': ro, [name]: content });
    expect(error).toEqual({ at, message: expect.stringContaining(message) as string });
  });

  it.each([
    ['no material.md', { '1-ro.md': ro }, 'material.md:1', 'this file is missing'],
    ['no theme', { 'material.md': ABOUT_FILE }, 'material.md:1', 'there is no theme'],
    [
      'no publisher',
      { 'material.md': ABOUT_FILE.replace(/publisher.*\n/u, '') },
      'material.md:2',
      '"publisher" is missing',
    ],
    [
      'no language',
      { 'material.md': ABOUT_FILE.replace(/language.*\n/u, '') },
      'material.md:2',
      '"language" is missing',
    ],
    [
      'a language by its name',
      { 'material.md': ABOUT_FILE.replace('language: da', 'language: Dansk') },
      'material.md:4',
      '"language" must be the code of a language',
    ],
    ['no purpose', { 'material.md': ABOUT_FILE.replace(/At prøve(.|\n)*/u, '') }, 'material.md:8', 'the purpose'],
    ['a purpose of two paragraphs', { 'material.md': `${ABOUT_FILE}\nOg mere.\n` }, 'material.md:13', 'the purpose'],
    ['another heading', { 'material.md': ABOUT_FILE.replace('Formål', 'Mål') }, 'material.md:8', '"## Formål"'],
  ])('for %s', async (_what, files, at, message) => {
    expect(await errorOf(files)).toEqual({ at, message: expect.stringContaining(message) as string });
  });
});
