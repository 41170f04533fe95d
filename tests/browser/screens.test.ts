import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FunctionsServer } from '../../infra/local/serveFunctions.ts';
import { faultsOnPage } from '../screens/faultsOnPage.ts';
import { pressFaults } from '../screens/pressFaults.ts';
import { serveTabs } from '../screens/serveTabs.ts';
import { STATES } from '../screens/states.ts';
import { takeAll } from '../screens/takeAll.ts';
import { type Job, type Taken, takeState } from '../screens/takeState.ts';
import { touchFaults } from '../screens/touchFaults.ts';
import { WIDEST } from '../screens/widths.ts';
import { Window } from '../screens/Window.ts';
import { readWords } from '../screens/words.ts';
import { launch } from '../support/chromium.ts';

/** One of each page, and of what a row can say: a view, an answer, Teams, steps. All of them: `npm run screens`. */
const JOBS: readonly (Omit<Job, 'state'> & { readonly of: string })[] = [
  { of: 'question-answered', language: 'da', width: 280, looks: ['default', 'dark', 'large-text'] },
  { of: 'answer-offline', language: 'en', width: 280, looks: ['contrast'] },
  { of: 'lead-closed', language: 'da', width: 1280, looks: ['default'] },
  { of: 'channel-question', language: 'en', width: 1280, looks: ['glass'] },
  { of: 'problem-sign-in', language: 'da', width: 280, looks: ['less-motion'] },
  { of: 'config', language: 'en', width: 280, looks: ['default'] },
  { of: 'problem-guest', language: 'da', width: 280, looks: ['default', 'large-text'] },
  { of: 'prepared-discarding', language: 'da', width: 280, looks: ['default'] },
  { of: 'channel-lead', language: 'da', width: WIDEST, looks: ['default', 'large-text'] },
  { of: 'channel-minutes-draft', language: 'en', width: WIDEST, looks: ['default'] },
  { of: 'big-screen-answers', language: 'da', width: WIDEST, looks: ['default', 'large-text'] },
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
    'to be scrolled to the side, and folded',
    '<details><summary>x</summary><div style="width:99px;overflow-x:auto"><p style="width:200px"></p></div></details>',
    [],
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
  [
    'hidden, and laid out all the same',
    '<p hidden style="display:flex">Ord</p>',
    [expect.stringContaining('hidden, and seen')],
  ],
  ['hidden', '<p hidden>Ord</p>', []],
  ['whole', '<p>Ord</p>', []],
])('looks at what is %s', async (_, body, found) => {
  const page = await browser.newPage({ viewport: { width: 280, height: 400 } });
  await page.setContent(`<!doctype html><body>${body}`);
  expect(await page.evaluate(faultsOnPage)).toEqual(found);
  await page.close();
});

it.each([
  ['low, with another right below', '<button class="a">Ét</button><button class="a">To</button>', 2],
  ['low, with room around', '<button class="a">Ét</button><p style="height:30px"></p><button class="a">To</button>', 0],
  ['low, right above something large', '<button class="a">Ét</button><button class="b">To</button>', 1],
  ['high enough', '<button class="b">Ét</button><button class="b">To</button>', 0],
  ['in a line of words', '<p>Se <a href="#a">ét</a> <a href="#b">to</a></p>', 0],
  ['a link by its colour alone', '<p>Se <a href="#a" style="text-decoration:none">ét</a></p>', 1],
  ['folded', '<details><summary>x</summary><button class="a">Ét</button><button class="a">To</button></details>', 0],
])('looks at what is pressed: %s', async (_, body, count) => {
  const page = await browser.newPage({ viewport: { width: 280, height: 400 } });
  const style = '<style>button { display: block; border: 0 } .a { height: 16px } .b { height: 24px }</style>';
  await page.setContent(`<!doctype html>${style}<body>${body}`);
  expect(await page.evaluate(pressFaults)).toHaveLength(count);
  await page.close();
});

it('tells of what a finger cannot hit, where the page has fingers', async () => {
  const window = await openWindow();
  await window.page.setContent(`<!doctype html><style>
    .fui-Button { height: 32px } @media (pointer: coarse) { .high { height: 44px } }
  </style><body><button class="fui-Button">Lav</button><button class="fui-Button high">Høj</button>`);
  const look = () => window.page.evaluate(touchFaults);
  expect(await look()).toHaveLength(2);
  expect(await window.underFinger(look)).toEqual(['too low for a finger: Lav, 32 pixels']);
  expect(await look()).toHaveLength(2);
  await window.page.context().close();
});

it('does not blame a state for what the page before it still asked for', async () => {
  const window = await openWindow();
  const [state] = STATES.filter(({ name }) => name === 'question-empty');
  if (state === undefined) throw new Error('no state');
  const asksOn = {
    ...state,
    answers: { 'GET history': 'unreachable' },
    steps: ({ page }) =>
      page.evaluate(() => {
        const again = (): unknown => fetch('/api/x/history').then(again, again);
        for (let count = 0; count < 20; count += 1) again();
      }),
  } satisfies Job['state'];
  const job = { language: 'da', width: 280, looks: ['dark'] } as const;
  await takeState(window, { ...job, state: asksOn }, undefined);
  expect(faultsIn(await takeState(window, { ...job, state }, undefined))).toEqual([]);
  await window.page.context().close();
});

it('takes a picture when what loads by itself has come', async () => {
  const window = await openWindow();
  const [state] = STATES.filter(({ name }) => name === 'question-empty');
  if (state === undefined) throw new Error('no state');
  const words = await readWords('da');
  // The words that its last link waits for come after those that the state waits for.
  await window.page.route(/\/setup\.da[^/]*\.js$/, async (route) => {
    await window.page.getByText(words('answers.empty')).waitFor();
    await route.fulfill({ response: await route.fetch() });
  });
  await window.show(state, 280);
  expect(await window.page.getByRole('button', { name: words('who') }).count()).toBe(1);
  await window.page.context().close();
});

async function openWindow(): Promise<Window> {
  const context = await browser.newContext({ locale: 'da-DK' });
  return Window.open(context, { url: server.url, language: 'da', words: await readWords('da') });
}
