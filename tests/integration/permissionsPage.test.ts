import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import { ROOT } from '../../infra/tools/runTool.ts';

const Asked = z.array(z.object({ name: z.string(), type: z.string() }));
const asked = Asked.parse(manifest.authorization.permissions.resourceSpecific);
const page = await readFile(join(ROOT, 'docs/permissions.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([\w.]+)` \| (\w+) \| (`[^|]+`) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, name = '', type = '', files = '', why = '', without = '']) => ({
    name,
    type,
    files: files.replaceAll('`', '').split(', '),
    why,
    without,
  }),
);

it('tells of each permission that the manifest asks for, and of no other', () => {
  const byName = (left: { name: string }, right: { name: string }) => left.name.localeCompare(right.name);
  expect(rows.map(({ name, type }) => ({ name, type })).sort(byName)).toEqual([...asked].sort(byName));
});

it.each(rows)('names the code that needs $name', async ({ name, files }) => {
  for (const file of files) expect(await readFile(join(ROOT, file), 'utf8')).toContain(name);
});

it('is not repeated in other words: the administrator’s page has the same permissions', async () => {
  const other = await readFile(join(ROOT, 'docs/administrator.md'), 'utf8');
  expect(new Set(other.match(/\b\w+\.\w+\.Group\b/g))).toEqual(new Set(asked.map(({ name }) => name)));
});
