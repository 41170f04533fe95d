import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { loadMaterial } from './loadMaterial.ts';
import { ABOUT_FILE, folderWith, themeFile } from './testing/folder.ts';

const TWO_MATERIALS = {
  'ro/material.md': ABOUT_FILE,
  'ro/1-ro.md': themeFile(1, 'ro', 'Ro'),
  'ansvar/material.md': ABOUT_FILE.replace('Ro på', 'Ansvar på'),
  'ansvar/1-ansvar.md': themeFile(1, 'ansvar', 'Ansvar "og" `${ansvar}`'),
  'text/da.json': '{}',
};

/** A time that no file of a test was written at. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

describe('compile', () => {
  it('writes every material of the content folder into one module, in the order of their folders', async () => {
    const content = await folderWith(TWO_MATERIALS);
    const target = join(content, 'compiled', 'materials.ts');
    expect(await compile(content, target)).toEqual({ target, materials: 2, result: 'written' });
    const module = (await import(pathToFileURL(target).href)) as { materials: unknown };
    expect(module.materials).toEqual([
      await loadMaterial(join(content, 'ansvar')),
      await loadMaterial(join(content, 'ro')),
    ]);
    expect(await readdir(join(content, 'compiled'))).toEqual(['materials.ts']);
  });

  it('needs nothing but a type when the module is used', async () => {
    const content = await folderWith(TWO_MATERIALS);
    const target = join(content, 'materials.ts');
    await compile(content, target);
    const imports = (await readFile(target, 'utf8')).split('\n').filter((line) => line.startsWith('import'));
    expect(imports).toEqual(["import type { DialogueMaterial } from '#material/shape';"]);
  });

  it('leaves a module alone that is right, and writes one that is not', async () => {
    const content = await folderWith(TWO_MATERIALS);
    const target = join(content, 'materials.ts');
    await compile(content, target);
    const first = await readFile(target, 'utf8');
    await utimes(target, LONG_AGO, LONG_AGO);
    expect(await compile(content, target)).toMatchObject({ result: 'unchanged' });
    expect((await stat(target)).mtime).toEqual(LONG_AGO);

    await writeFile(target, first.replace('Ansvar på', 'Andet på'));
    expect(await compile(content, target)).toMatchObject({ result: 'written' });
    expect(await readFile(target, 'utf8')).toBe(first);
  });

  it('stops at a material that is wrong, and keeps the module there was', async () => {
    const content = await folderWith({ ...TWO_MATERIALS, 'ro/2-uro.md': 'Uro', 'materials.ts': 'before' });
    const target = join(content, 'materials.ts');
    await expect(compile(content, target)).rejects.toThrow(`${join(content, 'ro', '2-uro.md')}:1: `);
    expect(await readFile(target, 'utf8')).toBe('before');
  });

  it('stops at a folder of themes without material.md', async () => {
    const content = await folderWith({ ...TWO_MATERIALS, 'uro/1-uro.md': themeFile(1, 'uro', 'Uro') });
    const missing = join(content, 'uro', 'material.md');
    await expect(compile(content, join(content, 'materials.ts'))).rejects.toThrow(`${missing}:1: this file is missing`);
  });

  it('stops at a content folder without any material', async () => {
    const content = await folderWith({ 'text/da.json': '{}' });
    await expect(compile(content, join(content, 'materials.ts'))).rejects.toThrow('no folder here holds a material');
  });
});
