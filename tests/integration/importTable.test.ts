import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importTable, type ImportTableResult } from '../../infra/tools/importTable.ts';
import { ROOT } from '../../infra/tools/runTool.ts';

/** A small checkout: what each module imports, and which rule it breaks. */
const MODULES: Record<string, { text: string; breaks?: string[] }> = {
  'bot/dialogue/merge.ts': { text: 'export const merge = 1; export interface Answer { text: string }' },
  'bot/dialogue/clock.ts': { text: "import 'node:crypto';", breaks: ['room dialogue'] },
  'bot/dialogue/parse.ts': { text: "import { z } from 'zod'; export { z };", breaks: ['room dialogue'] },
  'bot/contract/responses.ts': {
    text: "import { z } from 'zod/mini'; import type { Answer } from '#dialogue/merge'; export { z }; export type A = Answer;",
  },
  'bot/contract/values.ts': { text: "export { merge } from '#dialogue/merge';" },
  'bot/usecases/ports.ts': { text: "export type { Answer } from '#dialogue/merge';" },
  'bot/usecases/answer.ts': { text: "export { merge } from '#dialogue/merge'; export type * from './ports.ts';" },
  'bot/usecases/save.ts': { text: "import '@azure/data-tables';", breaks: ['room usecases'] },
  'bot/store/rows.ts': { text: "import '@azure/data-tables'; import type {} from '#usecases/ports';" },
  'bot/store/tell.ts': { text: "import '#usecases/answer';", breaks: ['room store'] },
  'bot/teams/inbound.ts': { text: "import 'botbuilder'; export const inbound = 1;" },
  'bot/graph/owners.ts': { text: "import 'botbuilder';", breaks: ['room graph'] },
  'bot/html/htmlText.ts': { text: "import 'htmlparser2';" },
  'bot/html/tell.ts': { text: "import '#usecases/answer';", breaks: ['room html'] },
  'bot/graph/threads.ts': { text: "import '#html/htmlText'; import 'zod';" },
  'bot/identity/verify.ts': { text: "import 'jose'; import 'zod';" },
  'bot/telemetry/calls.ts': { text: "import 'node:async_hooks'; export const calls = 1;" },
  'bot/functions/routes.ts': { text: "import '#usecases/answer'; import '@azure/functions';" },
  'bot/functions/early.ts': { text: "import '#teams/inbound';", breaks: ['room functions', 'teams is loaded late'] },
  'bot/compose.ts': {
    text: "import type {} from '#functions/routes'; export const late = () => import('#teams/inbound');",
  },
  'bot/main.ts': {
    text: "import './compose.ts'; import '#functions/routes'; import '#store/rows';",
    breaks: ['room main'],
  },
  'tabs/host/context.ts': { text: "import '@microsoft/teams-js'; export const host = 1;" },
  'tabs/panel/Panel.tsx': {
    text: "import 'react'; import '../host/context.ts'; import type { A } from '#contract/responses'; export type B = A;",
  },
  'tabs/panel/Direct.tsx': { text: "import '@microsoft/teams-js';", breaks: ['room screens'] },
  'tabs/panel/Server.tsx': { text: "export { z } from '#contract/responses';", breaks: ['types for screens'] },
  'tabs/panel/Consent.tsx': {
    text: "export const ask = () => import('@microsoft/teamsfx');",
    breaks: ['room screens'],
  },
  'infra/local/teams/state.ts': { text: "import '#dialogue/merge';", breaks: ['room standin'] },
  'infra/local/start.ts': { text: "import '../../bot/compose.ts'; import 'node:child_process';" },
  'tests/support/clock.ts': { text: 'export const clock = 1;' },
  'bot/dialogue/merge.test.ts': {
    text: "import '../../tests/support/clock.ts'; import 'vitest'; import './merge.ts';",
  },
  'bot/render/card.ts': {
    text: "import '../../tests/support/clock.ts';",
    breaks: ['nothing imports tests', 'room render'],
  },
  'bot/render/lost.ts': { text: "import './nowhere.ts';", breaks: ['everything is found'] },
  'bot/render/alone.ts': { text: 'export const alone = 1;', breaks: ['no orphans'] },
  'bot/render/one.ts': { text: "import './two.ts';", breaks: ['no cycles'] },
  'bot/render/two.ts': { text: "import './one.ts';" },
};

describe('the import table', () => {
  let checkout: string;
  let judged: ImportTableResult;

  beforeAll(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'import-table-'));
    await symlink(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    for (const name of ['package.json', 'tsconfig.json']) await copyFile(join(ROOT, name), join(checkout, name));
    for (const [path, { text }] of Object.entries(MODULES)) {
      await mkdir(dirname(join(checkout, path)), { recursive: true });
      await writeFile(join(checkout, path), text);
    }
    judged = await importTable(checkout, ['bot', 'tabs', 'infra', 'tests']);
  });

  afterAll(() => rm(checkout, { recursive: true }));

  it('reads every module', () => {
    expect(judged.modules).toBe(Object.keys(MODULES).length);
  });

  it.each(Object.entries(MODULES))('judges %s', (path, { breaks }) => {
    const rules = judged.broken.filter((line) => line.includes(`: ${path} → `)).map((line) => line.split(': ')[0]);
    expect(rules).toEqual(breaks ?? []);
  });

  it('names the rows of the table for which there is no module', () => {
    expect(judged.idle).toEqual([
      'room text',
      'room compiled',
      'types for compiled',
      'room material',
      'room api',
      'types for api',
      'room tools',
    ]);
  });
});
