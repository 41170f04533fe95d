import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(?:ts|css|html)$/.test(name) && !name.endsWith('.test.ts') && !name.startsWith('testing/'),
);

it('stays small enough to be read in one go: 1,200 lines, tests left out', () => {
  const lines = files.map(
    (name) =>
      readFileSync(join(import.meta.dirname, name), 'utf8')
        .trimEnd()
        .split('\n').length,
  );
  expect(files).toContain('page/main.ts');
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1_200);
});
