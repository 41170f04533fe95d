import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/runTool.ts';

const VITEST = "import { it, describe, beforeAll, expect } from 'vitest';";
/** Files, and how many tests of each pass, fail and are skipped. */
const FILES: Record<string, { text: string; counts: [passed: number, failed: number, skipped: number] }> = {
  good: { text: "it('a', () => {}); it('b', () => {});", counts: [2, 0, 0] },
  bad: { text: "it('a', () => {}); it('b', () => expect(1).toBe(2));", counts: [1, 1, 0] },
  skipped: { text: "it('a', () => {}); it.skip('b', () => {}); it.todo('c');", counts: [1, 0, 2] },
  unloadable: { text: "import './nowhere.ts'; it('never', () => {});", counts: [0, 1, 0] },
  hook: {
    text: "describe('g', () => { beforeAll(() => { throw new Error('no'); }); it('never', () => {}); });",
    counts: [0, 1, 1],
  },
  unhandled: {
    text: "it('a', async () => { void Promise.reject(new Error('lost')); await new Promise(setImmediate); });",
    counts: [1, 1, 0],
  },
  only: { text: "it.only('a', () => {}); it('b', () => {});", counts: [0, 1, 1] },
};

/** Runs vitest on those files that the argument filters, in a process of its own, and counts as `npm test` does. */
const PROGRAM = `
  import { startVitest } from ${JSON.stringify(import.meta.resolve('vitest/node'))};
  import { countResults } from ${JSON.stringify(pathToFileURL(join(ROOT, 'tests/support/countResults.ts')).href)};
  const vitest = await startVitest([process.argv[1]], { watch: false, allowOnly: false, reporters: [{}], root: process.cwd() });
  const counted = JSON.stringify(countResults(vitest));
  await vitest.close();
  console.log('\\n' + counted);
  process.exit(0);
`;

describe('countResults', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'count-results-'));
    await mkdir(join(folder, 'tests'));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, { text }] of Object.entries(FILES)) {
      await writeFile(join(folder, `${name}.test.ts`), `${VITEST}\n${text}`);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const count = (filter: string): unknown => {
    const args = ['--input-type=module', '-e', PROGRAM, filter];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? stderr);
  };

  it('counts as failed what does not load, what fails outside its tests, what nobody caught, and an only', () => {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const { counts } of Object.values(FILES)) {
      sum.passed += counts[0];
      sum.failed += counts[1];
      sum.skipped += counts[2];
    }
    expect(count('')).toEqual(sum);
  });

  it('counts a run without any test as failed', () => {
    expect(count('absent.test.ts')).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
