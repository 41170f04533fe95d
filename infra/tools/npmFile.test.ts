import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmFile, type Pack } from './npmFile.ts';

/** A tar archive as npm writes it. */
function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124);
    header.write('0', 156);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    body.write(text);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const LONG = 'æ'.repeat(700);
const ARCHIVE = gzipSync(tarOf({ 'package/a.json': '{}', 'package/b/long.txt': LONG, 'package/b/last.txt': 'last' }));
const integrityOf = (archive: Buffer): string => `sha512-${createHash('sha512').update(archive).digest('base64')}`;
const FILE = { spec: 'some-package@1.0.0', integrity: integrityOf(ARCHIVE), path: 'b/last.txt' };

let cache: string;
let packed: string[];
const pack: Pack = (spec, folder) => {
  packed.push(spec);
  writeFileSync(join(folder, 'some-package-1.0.0.tgz'), ARCHIVE);
};

beforeEach(async () => {
  packed = [];
  cache = await mkdtemp(join(tmpdir(), 'med-dialog-npm-file-'));
});
afterEach(() => rm(cache, { recursive: true }));

describe('npmFile', () => {
  it('takes a file out of the package, whatever lies before it', async () => {
    expect(await npmFile(FILE, cache, pack)).toBe('last');
    expect(await npmFile({ ...FILE, path: 'b/long.txt' }, cache, pack)).toBe(LONG);
  });

  it('fetches once, and leaves nothing but the file', async () => {
    await npmFile(FILE, cache, pack);
    expect(await npmFile(FILE, cache, pack)).toBe('last');
    expect(packed).toEqual([FILE.spec]);
    expect((await readdir(cache, { recursive: true })).map((name) => name.replace(/^[0-9a-f]{16}/, '…'))).toEqual([
      '…',
      expect.stringMatching(/^….last\.txt$/),
    ]);
  });

  it('keeps nothing of a package that is not the one that was meant', async () => {
    const other = { ...FILE, integrity: integrityOf(Buffer.from('other')) };
    await expect(npmFile(other, cache, pack)).rejects.toThrow('not the package that was meant');
    expect(await readdir(cache)).toEqual([]);
  });

  it('says so where the package has no such file', async () => {
    await expect(npmFile({ ...FILE, path: 'c.json' }, cache, pack)).rejects.toThrow('some-package@1.0.0 has no c.json');
  });
});
