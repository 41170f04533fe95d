import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MaterialError } from './MaterialError.ts';
import { readAbout } from './readAbout.ts';
import { readTheme, type ThemeFile } from './readTheme.ts';
import type { DialogueMaterial } from './shape.ts';

/** The file that makes a folder a material. */
export const ABOUT = 'material.md';

const THEME = /^\d.*\.md$/u;
/** Files for people who look after the material, as in SLIPS.md; and what an operating system leaves behind. */
const NOT_MATERIAL = /^([A-Z][A-Z-]*\.md|\..*)$/u;

/**
 * Reads a dialogue material from its folder: `material.md` and a file `<number>-<slug>.md` for each theme.
 * The folder's name is the material's slug. @throws {MaterialError} for the first thing that is not as it should be
 */
export async function loadMaterial(folder: string): Promise<DialogueMaterial> {
  const about = await readAbout(join(folder, ABOUT));
  const names = (await readdir(folder)).filter((name) => name !== ABOUT && !NOT_MATERIAL.test(name)).sort();
  const stray = names.find((name) => !THEME.test(name));
  if (stray !== undefined) {
    // Left unread, a misnamed theme would be missed only in the meeting.
    throw new MaterialError(join(folder, stray), 1, 'is no file of a material; a theme is named <number>-<slug>.md');
  }
  const files: ThemeFile[] = [];
  for (const name of names) files.push(await readTheme(join(folder, name)));
  files.sort((one, other) => one.theme.number - other.theme.number);
  if (files.length === 0) throw new MaterialError(join(folder, ABOUT), 1, 'there is no theme beside this file');
  checkTogether(files);
  return { slug: basename(resolve(folder)), ...about, themes: files.map(({ theme }) => theme) };
}

/** Numbers run 1, 2, 3 … without a gap; no number, slug or title is used twice. */
function checkTogether(files: readonly ThemeFile[]): void {
  files.forEach(({ file, theme, lineOf }, index) => {
    for (const key of ['number', 'slug', 'title'] as const) {
      const earlier = files.slice(0, index).find((other) => other.theme[key] === theme[key]);
      if (earlier !== undefined) {
        throw new MaterialError(
          file,
          lineOf(key),
          `${key} "${theme[key]}" is already used by ${basename(earlier.file)}`,
        );
      }
    }
    if (theme.number !== index + 1) {
      throw new MaterialError(
        file,
        lineOf('number'),
        `number ${theme.number} comes where ${index + 1} is still missing`,
      );
    }
  });
}
