import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import { entriesOf } from '../../infra/tools/changelog.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import packageJson from '../../package.json' with { type: 'json' };

const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
/** What Keep a Changelog has for a version, and what is known to be missing. */
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security', 'Known limits'];

describe('the version', () => {
  it('is the same in the project, the manifest and the newest entry', () => {
    const [newest] = entriesOf(changelog);
    expect([manifest.version, newest?.version]).toEqual([packageJson.version, packageJson.version]);
  });
});

describe('the changelog', () => {
  it('has a heading for each version, each in the one form that is read, with the newest first', () => {
    const entries = entriesOf(changelog);
    expect(changelog.match(/^## /gm)).toHaveLength(entries.length);
    const numbers = entries.map(({ version }) => version.split('.').map(Number));
    const ordered = numbers.toSorted((left, right) => {
      const at = left.findIndex((part, index) => part !== right[index]);
      return (right[at] ?? 0) - (left[at] ?? 0);
    });
    expect(numbers).toEqual(ordered);
    expect(new Set(entries.map(({ version }) => version)).size).toBe(entries.length);
  });

  it('leaves none but the newest version without its day', () => {
    expect(entriesOf(changelog).slice(1)).not.toContainEqual(expect.objectContaining({ day: undefined }));
  });

  it('says of each change what kind it is', () => {
    const kinds = [...changelog.matchAll(/^### (.*)$/gm)].map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThan(0);
    expect(KINDS).toEqual(expect.arrayContaining(kinds));
  });

  it('is read in its order, with the days', () => {
    expect(entriesOf('# x\n\n## [1.2.0] - Unreleased\n\n## [1.1.0] - 2027-01-31\n## [Unreleased]\n## 1.0.0\n')).toEqual(
      [
        { version: '1.2.0', day: undefined },
        { version: '1.1.0', day: '2027-01-31' },
      ],
    );
  });
});
