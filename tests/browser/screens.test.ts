import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FunctionsServer } from '../../infra/local/serveFunctions.ts';
import { faultsOnPage } from '../screens/faultsOnPage.ts';
import { serveTabs } from '../screens/serveTabs.ts';
import { STATES } from '../screens/states.ts';
import { takeAll } from '../screens/takeAll.ts';
import type { Job, Taken } from '../screens/takeState.ts';
import { launch } from '../support/chromium.ts';

/** One of each page, and of what a row can say: a view, an answer, Teams, steps. All of them: `npm run screens`. */
const JOBS: readonly (Omit<Job, 'state'> & { readonly of: string })[] = [
  { of: 'question-answered', language: 'da', width: 280, looks: ['default', 'dark', 'large-text'] },
  { of: 'answer-offline', language: 'en', width: 280, looks: ['contrast'] },
  { of: 'lead-closed', language: 'da', width: 1280, looks: ['default'] },
  { of: 'channel-question', language: 'en', width: 1280, looks: ['glass'] },
  { of: 'problem-sign-in', language: 'da', width: 280, looks: ['less-motion'] },
  { of: 'config', language: 'en', width: 280, looks: ['default'] },
];

let browser: Browser;
let server: FunctionsServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), serveTabs()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const faultsIn = (taken: readonly Taken[]): readonly string[] =>
  taken.flatMap(({ state, language, look, faults }) =>
    faults.map((fault) => `${state}, ${language}, ${look}: ${fault}`),
  );

it('finds nothing wrong with some of the states that screens are taken of', async () => {
  const jobs = JOBS.map(({ of, ...job }) => {
    const state = STATES.find(({ name }) => name === of);
    if (state === undefined) throw new Error(`no state is called ${of}`);
    return { ...job, state };
  });
  const taken = await takeAll({ browser, url: server.url }, jobs);
  expect(faultsIn(taken)).toEqual([]);
  expect(taken).toHaveLength(JOBS.reduce((sum, { looks }) => sum + looks.length, 0));
});

it('tells of a state that is not reached, of a fault in the console, and goes on', async () => {
  const [state] = STATES.filter(({ name }) => name === 'question-answered');
  if (state === undefined) throw new Error('no state');
  const job = { language: 'da', width: 280, looks: ['default'] } as const;
  const broken = { ...state, shows: 'answers.empty', steps: () => Promise.reject(new Error('nothing to press')) };
  const noisy = { ...state, steps: ({ page }) => page.evaluate("console.error('oh')") } satisfies Job['state'];
  const taken = await takeAll({ browser, url: server.url }, [
    { ...job, state: broken },
    { ...job, state: noisy },
  ]);
  expect(faultsIn(taken)).toEqual([
    expect.stringContaining('not reached: nothing to press'),
    expect.stringContaining('console.error oh'),
  ]);
});

it.each([
  ['wider than the window', '<div style="width:400px">x</div>', ['wider than the window: 408 of 280 pixels']],
  [
    'cut by what is around',
    '<div style="width:9px;overflow:hidden">Ord</div>',
    [expect.stringContaining('text cut: "Ord"')],
  ],
  [
    'cut in its height',
    '<div style="height:4px;overflow:clip">Ord</div>',
    [expect.stringContaining('text cut: "Ord"')],
  ],
  [
    'beyond its button',
    '<button style="width:20px;white-space:nowrap;padding:0">Alle ordene</button>',
    [expect.stringContaining('by <button')],
  ],
  [
    'to be scrolled to the side',
    '<div style="width:99px;overflow-x:auto"><p style="width:200px"></p></div>',
    [expect.stringContaining('scrolls to the side')],
  ],
  [
    'cut in a field',
    '<textarea style="height:20px;overflow:hidden">a\nb\nc\nd</textarea>',
    [expect.stringContaining('in its field')],
  ],
  [
    'for those who listen alone',
    '<p style="width:1px;overflow:hidden;position:absolute;clip-path:inset(50%)">Ord</p>',
    [],
  ],
  ['folded', '<details><summary>x</summary><p style="width:3px;overflow:hidden">Ord</p></details>', []],
  ['whole', '<p>Ord</p>', []],
])('looks at what is %s', async (_, body, found) => {
  const page = await browser.newPage({ viewport: { width: 280, height: 400 } });
  await page.setContent(`<!doctype html><body>${body}`);
  expect(await page.evaluate(faultsOnPage)).toEqual(found);
  await page.close();
});
