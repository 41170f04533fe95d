import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMaterial } from './loadMaterial.ts';
import type { DialogueMaterial } from './shape.ts';
import { edits } from './testing/edits.ts';
import { mend, readSlips, themeAt, type Slip } from './testing/slips.ts';
import {
  councilBlocks,
  kitBlocks,
  relatedByCouncil,
  servedAsCouncil,
  servedAsKit,
  unwrapCouncil,
} from './testing/sources.ts';

const folder = join(import.meta.dirname, '..', 'fremtidens-arbejdsfaellesskaber');
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../tests/fixtures/material', name), 'utf8');

const council = fixture('council-paper-2022-12-06.txt');
const kit = fixture('dialogue-kit.md');
const slips = readSlips(readFileSync(join(folder, 'SLIPS.md'), 'utf8'));

/** The kit's own order of the themes, by the council paper's numbers. */
const KIT_ORDER = [3, 4, 1, 2];

/** Both sides of the whole comparison; `slips` are the rows to apply. */
function compare(material: DialogueMaterial, rows: readonly Slip[]): { served: unknown; sources: unknown } {
  const mendedCouncil = mend(council, 'council paper', rows);
  return {
    served: {
      council: servedAsCouncil(material),
      kit: servedAsKit(material, KIT_ORDER, mendedCouncil),
      purpose: material.purpose.replace(/»[^«]*«/gu, '»…«'),
      quoted: quotes(material.purpose).filter((quote) => !unwrapCouncil(mendedCouncil).includes(quote)),
      publisher: material.publisher,
      language: material.language,
      source: material.source,
      related: relatedByCouncil(material, mendedCouncil),
    },
    sources: {
      council: councilBlocks(mendedCouncil),
      kit: kitBlocks(mend(kit, 'kit', rows)),
      // What is ours, not quoted; changing it is a decision, so it stands here a second time.
      purpose: 'Materialet er »…«. Det er sendt ud »…«.',
      quoted: [],
      publisher: 'Norddjurs Kommune',
      language: 'da',
      source: 'Sag i Økonomiudvalget den 6. december 2022. Dialogmaterialet er sendt ud den 14. oktober 2022.',
      // Which policies belong to a theme is our reading of the paper; their names are its words.
      related: [
        [3, 'Organisations- og ledelseskodekset Vores Norddjurs'],
        [3, 'HR-strategien'],
        [4, 'Kommunikations- og markedsføringsstrategien'],
      ],
    },
  };
}

function quotes(text: string): string[] {
  return [...text.matchAll(/»([^«]*)«/gu)].map(([, quote = '']) => quote);
}

function agrees(material: DialogueMaterial, rows: readonly Slip[]): boolean {
  const { served, sources } = compare(material, rows);
  return isDeepStrictEqual(served, sources);
}

describe('what is served, compared with the two sources', () => {
  let material: DialogueMaterial;
  beforeAll(async () => {
    material = await loadMaterial(folder);
  });

  it('is theirs character for character, but for the tables of SLIPS.md', () => {
    const { served, sources } = compare(material, slips);
    expect(served).toEqual(sources);
  });

  it('needs every row of the tables', () => {
    const needless = slips.filter((row) =>
      agrees(
        material,
        slips.filter((other) => other !== row),
      ),
    );
    expect(needless).toEqual([]);
  });

  it('differs as soon as any served text is changed or lost', () => {
    const wrong = [...edits(material)];
    const unnoticed = wrong.filter(({ value }) => agrees(value as DialogueMaterial, slips)).map(({ at }) => at);
    expect(wrong.length).toBeGreaterThan(150);
    expect(unnoticed).toEqual([]);
  });

  it('has sixteen questions, four a theme, and four points under one of them', () => {
    const questions = material.themes.flatMap((theme) => theme.questions);
    expect(questions.map(({ id }) => id)).toEqual([1, 2, 3, 4].flatMap((t) => [1, 2, 3, 4].map((n) => `${t}/${n}`)));
    expect(questions.filter(({ points }) => points.length > 0).map(({ id, points }) => [id, points.length])).toEqual([
      ['4/1', 4],
    ]);
  });
});

describe('the sources', () => {
  it.each([
    [council, '86e31788d0d8c526092d680f08a3cdfebca9b91f7ca29aea407995dc0a0e2f85'],
    [kit, '83c0881565d51c6ac2ebfeec14cf6faad7e1fd89c992aa3e7e3bd2f0ec3bea21'],
  ])('are as they were handed over', (text, digest) => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
  });

  it('name the days that the material gives for them', () => {
    expect(unwrapCouncil(council)).toContain('Beslutning i Økonomiudvalget den 06-12-2022');
    expect(unwrapCouncil(council)).toContain('Dialogmaterialet er den 14. oktober udsendt');
  });
});

describe('the tables of SLIPS.md', () => {
  it('give for each row the theme that its line belongs to', () => {
    const titles = ['Blik for borgeren', 'Digitale muligheder', 'En attraktiv arbejdsplads', 'En stærk fortælling'];
    const texts = { 'council paper': council, kit };
    expect(slips.map((row) => themeAt(texts[row.source], row.line, titles))).toEqual(slips.map(({ theme }) => theme));
  });

  it('stop the comparison at a row that matches nothing, or more than once', () => {
    const row: Slip = { source: 'kit', line: 2, theme: '', original: 'ged', mended: 'gæs' };
    const apply = (text: string) => () => mend(text, 'kit', [row]);
    expect(apply('ged\nen ged\n')()).toBe('ged\nen gæs\n');
    expect(apply('ged\nen hest\n')).toThrow('Line 2 of the kit does not hold exactly once: ged');
    expect(apply('ged\nged og ged\n')).toThrow('Line 2 of the kit');
    expect(apply('ged')).toThrow('Line 2 of the kit');
  });

  it('stop the comparison at a row that cannot be read', () => {
    expect(() => readSlips('| kit | 3 | Tema | ged | `gæs` |')).toThrow('No row of the table of slips');
    expect(() => readSlips('| samling | 3 | Tema | `ged` | `gæs` |')).toThrow('No row of the table of slips');
  });
});
