import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/runTool.ts';

// A page, a picture or a decision that somebody takes away is missed by whatever leads to it.

/** Made by the project's own commands, and no part of it. */
const MADE = /(^|\/)(node_modules|dist|compiled|\.[a-z]+)(\/|$)/;
const pages = new Map<string, string>();

beforeAll(async () => {
  const rooms = (await readdir(ROOT, { withFileTypes: true })).filter(({ name }) => !MADE.test(name));
  const named = await Promise.all(
    rooms.map(async (room) =>
      room.isDirectory()
        ? (await readdir(join(ROOT, room.name), { recursive: true })).map((name) => join(room.name, name))
        : [room.name],
    ),
  );
  const paths = named.flat().filter((path) => path.endsWith('.md') && !MADE.test(path.replaceAll('\\', '/')));
  for (const path of paths) pages.set(path.replaceAll('\\', '/'), await readFile(join(ROOT, path), 'utf8'));
});

/** As GitHub names a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => anchorOf(words));

/** Where a page leads to within the project, from the project's root. */
function linksIn(page: string): readonly { readonly path: string; readonly place: string }[] {
  const found = (pages.get(page) ?? '').matchAll(/\]\((?!\w+:)([^)#]*)(?:#([^)]+))?\)/g);
  return [...found].map(([, to = '', place = '']) => ({
    path: to === '' ? page : relative(ROOT, join(ROOT, dirname(page), to)).replaceAll('\\', '/'),
    place,
  }));
}
const allLinks = () => [...pages.keys()].flatMap((page) => linksIn(page).map((link) => ({ page, ...link })));

describe('the project’s pages', () => {
  it('lead to files that there are, and to headings that stand in them', () => {
    expect(allLinks().length).toBeGreaterThan(40);
    const broken = allLinks().filter(({ path, place }) => {
      if (!existsSync(join(ROOT, path))) return true;
      return place !== '' && !anchorsIn(pages.get(path) ?? '').includes(place);
    });
    expect(broken).toEqual([]);
  });

  it('name other pages in words, too, that there are', () => {
    const named = [...pages].flatMap(([page, text]) =>
      [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.md)`/g)].map(([, path = '']) => ({ page, path })),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('are each led to by another, but for the first', () => {
    const known = new Set(allLinks().flatMap(({ page, path }) => (page === path ? [] : path)));
    const text = [...pages.values()].join('\n');
    const read = [...pages.keys()].filter((page) => !known.has(page) && !text.includes(`\`${page}\``));
    expect(read.filter((page) => !isReadOtherwise(page))).toEqual(['README.md']);
  });
  /** The app's own material, what tests hold it against, and decisions, which have their numbers. */
  const isReadOtherwise = (page: string) => /^(content\/fremtidens-[^/]*|tests\/fixtures|docs\/decisions)\//.test(page);
});

describe('pictures in the pages', () => {
  it('are each shown somewhere', async () => {
    const shown = new Set(allLinks().map(({ path }) => path));
    const files = await readdir(join(ROOT, 'docs/images'), { recursive: true, withFileTypes: true });
    const there = files.flatMap((file) => (file.isFile() ? relative(ROOT, join(file.parentPath, file.name)) : []));
    expect(there.length).toBeGreaterThan(5);
    expect(there.filter((path) => !shown.has(path))).toEqual([]);
  });

  it('of the app are drawn from a source that lies beside them, of the same size', async () => {
    for (const [name, size] of [
      ['color', 192],
      ['outline', 32],
    ] as const) {
      const source = await readFile(join(ROOT, `appPackage/${name}.svg`), 'utf8');
      expect(source).toContain(`width="${size}" height="${size}"`);
    }
  });
});

describe('decisions', () => {
  const numbersOf = (words: string): number[] => [...words.matchAll(/\d+/g)].map(Number);

  it('are numbered without a gap, up to the newest that another page speaks of', () => {
    const numbers = [...pages.keys()].flatMap((page) => /^docs\/decisions\/(\d{4})-/.exec(page)?.[1] ?? []).map(Number);
    expect(numbers.toSorted((left, right) => left - right)).toEqual(numbers.map((_, index) => index + 1));
    const spoken = [...pages.values()].flatMap((text) =>
      [...text.matchAll(/\bdecisions? (\d+(?:(?:, | and )\d+)*)/g)].flatMap(([words]) => numbersOf(words)),
    );
    expect(spoken.length).toBeGreaterThan(3);
    expect(spoken.filter((number) => !numbers.includes(number))).toEqual([]);
    expect(Math.max(...spoken)).toBe(Math.max(...numbers));
  });
});
