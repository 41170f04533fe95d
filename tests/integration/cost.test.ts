import { expect, it } from 'vitest';
import { runTool } from '../../infra/tools/runTool.ts';

const cost = (...args: string[]) => runTool('tests/cost/run.ts', args);

it.each([
  ['--people', '0'],
  ['--minutes', 'eight'],
  ['--items', '-1'],
])('refuses what cannot be calculated with: %s %s', async (option, value) => {
  const { code, output } = await cost(`${option}=${value}`);
  expect(code).toBe(2);
  expect(output).toMatch(new RegExp(`^${option} takes a number above 0, not "${value}"\n`));
});

it('says what can be assumed otherwise, and refuses what it does not know', async () => {
  const help = await cost('--help');
  expect([help.code, help.output]).toEqual([0, expect.stringContaining('--prices FILE')]);
  const unknown = await cost('--euros');
  expect([unknown.code, unknown.output]).toEqual([2, expect.stringContaining("'--euros'")]);
});
