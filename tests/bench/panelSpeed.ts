import type { Browser, Page } from 'playwright-core';
import { buildTabs } from '../../infra/tools/buildTabs.ts';
import { aHistory, aHistoryItem } from '../../tabs/channel/history/testing/history.ts';
import { at, aView } from '../../tabs/testing/views.ts';
import { answers, LEAD, plan, second, viewOf, viewOfItem } from '../screens/states/samples.ts';
import { readWords, type Words } from '../screens/words.ts';
import { launch } from '../support/chromium.ts';
import { installChromium } from '../support/installChromium.ts';
import { type Figure, type Outcome, quantile } from './figures.ts';
import { firstPaint } from './firstPaint.ts';
import { scrolling } from './scrolling.ts';
import { type ScriptedServer, scriptedServer } from './scriptedServer.ts';
import { SLOWER } from './slowMachine.ts';
import { type Interaction, type SlowWindow, slowWindow } from './slowWindow.ts';
import { steadily } from './steadily.ts';

const MANY = 300;
/** Milliseconds, the longest that each may take. */
const MOST = { interaction: 200, key: 100 };
const closed = { status: 'closed', closedAt: at('10:40') } as const;

interface Setting {
  readonly browser: Browser;
  readonly server: ScriptedServer;
  readonly words: Words;
}

/**
 * How the pages feel on a slow machine: the built tabs as they are served, with an API that answers from a script at
 * once, in Chromium with its processor slowed down.
 */
export async function panelSpeed(): Promise<Outcome> {
  console.log(await buildTabs());
  process.env['CHROMIUM_PATH'] = installChromium();
  const [browser, server, words] = await Promise.all([launch(), scriptedServer(), readWords('da')]);
  const setting: Setting = { browser, server, words };
  const measures: readonly ((setting: Setting) => Promise<readonly Figure[]>)[] = [
    manyAnswers,
    ...Object.entries({ answering, leading, lookingBack }).map(
      ([name, journey]) =>
        (setting: Setting) =>
          interactionsOf(name, journey, setting),
    ),
    async () => [await firstPaint(browser, server, words)],
  ];
  try {
    const figures: Figure[] = [];
    for (const measure of measures) figures.push(...(await steadily(browser, () => measure(setting))));
    return { figures, faults: [] };
  } finally {
    await browser.close();
    await server.close();
  }
}

const milliseconds = (value: number): string => `${Math.round(value)} ms`;
const atMost = (most: number, value: number) => ({ wanted: `≤ ${milliseconds(most)}`, met: value <= most });

async function manyAnswers({ browser, server, words }: Setting): Promise<readonly Figure[]> {
  const list = answers(MANY);
  const one = { mine: { text: 'x', at: at('10:42'), late: false, revision: 1 } };
  server.begin({ views: [viewOf({ answers: list }), viewOf({ answers: list, ...one })] });
  const window = await slowWindow(browser, server.url, 'panel', 280);
  try {
    await window.page.getByRole('heading', { name: words('answers', { count: MANY }) }).waitFor();
    const keys = await typeSlowly(window, words);
    const frames = await scrolling(window);
    const about = `${MANY} answers, ${SLOWER} × slower:`;
    return [
      {
        name: `${about} scrolling`,
        ...frames,
      },
      { name: `${about} a key in the answer, p95`, measured: milliseconds(keys), bar: atMost(MOST.key, keys) },
    ];
  } finally {
    await window.close();
  }
}

/** Types a sentence as fast as people do; gives the time that the 95th of 100 keys took. */
async function typeSlowly(window: SlowWindow, words: Words): Promise<number> {
  const field = window.page.getByRole('textbox', { name: words('answer.label') });
  await field.click();
  const before = await window.interactionCount();
  await field.pressSequentially('Vi kan følges med kolleger i en anden afdeling en dag om året. ', { delay: 60 });
  const keys = (await window.interactions()).filter(({ name }) => name.startsWith('key') || name === 'input');
  return share95(keys, (await window.interactionCount()) - before);
}

/** The interactions that the browser does not list took less than it lists. */
function share95(listed: readonly Interaction[], count: number): number {
  const quick = Array.from({ length: Math.max(0, count - listed.length) }, () => 16);
  return quantile([...listed.map(({ duration }) => duration), ...quick], 0.95);
}

async function interactionsOf(
  name: string,
  journey: (setting: Setting) => Promise<Journey>,
  setting: Setting,
): Promise<readonly Figure[]> {
  const { listed, count } = await journey(setting);
  const slow = share95(listed, count);
  const worst = listed.toSorted((left, right) => right.duration - left.duration).slice(0, 3);
  console.log(`${name}: ${count} interactions, ${worst.map((one) => `${one.name} ${one.duration} ms`).join(', ')}`);
  return [
    {
      name: `${name}, ${SLOWER} × slower: interactions, p95 of ${count}`,
      measured: milliseconds(slow),
      bar: atMost(MOST.interaction, slow),
    },
  ];
}

interface Journey {
  readonly listed: readonly Interaction[];
  readonly count: number;
}

const outcomeOf = async (window: SlowWindow): Promise<Journey> => {
  const outcome = { listed: await window.interactions(), count: await window.interactionCount() };
  await window.close();
  return outcome;
};

/** Presses a button once it takes presses, and looks for nothing else before what comes of it is drawn. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true, disabled: false }).first().click();
  await page.evaluate(twoFrames);
}

async function answering({ browser, server, words }: Setting): Promise<Journey> {
  const mine = { text: 'En makker.', at: at('10:42'), late: false, revision: 1 };
  const [before, after] = [viewOf({ answers: answers(9) }), viewOf({ mine, answers: answers(10) })];
  server.begin({ views: [before, after, after, before] });
  const window = await slowWindow(browser, server.url, 'panel', 280);
  const { page } = window;
  await page.getByRole('textbox', { name: words('answer.label') }).click();
  await page.keyboard.type('En makker den første uge.', { delay: 60 });
  await press(page, words('answer.submit'));
  await press(page, words('answer.edit'));
  await page.keyboard.type(' Ja.', { delay: 60 });
  await press(page, words('answer.submit'));
  await press(page, words('answer.delete'));
  await press(page, words('answer.delete.confirm'));
  await page.getByRole('heading', { name: words('answers', { count: 9 }) }).waitFor();
  return outcomeOf(window);
}

async function leading({ browser, server, words }: Setting): Promise<Journey> {
  const led = { lead: LEAD };
  const late = { version: at('10:44') };
  server.begin({
    views: [
      viewOfItem({ ...led, plan: plan() }),
      viewOf({ answers: answers(9) }, { ...led, plan: plan('open') }),
      viewOf({ ...closed, answers: answers(9) }, { ...led, plan: plan('closed') }),
      viewOfItem({ ...led, ...late, plan: plan('closed', 'open'), round: second() }),
      viewOfItem({ ...led, ...late, plan: plan('closed', 'closed', 'skipped'), round: second(closed) }),
      viewOfItem({ ...led, ...late, status: 'ended', endedAt: at('10:45'), plan: plan('closed', 'closed', 'skipped') }),
    ],
  });
  const window = await slowWindow(browser, server.url, 'panel', 280);
  const { page } = window;
  for (const step of [
    'lead.put',
    'lead.close',
    'more',
    'lead.plan',
    'lead.back',
    'lead.next',
    'lead.close',
    'lead.end',
  ])
    await press(page, words(step));
  await page.getByRole('heading', { name: words('item.ended.on', { at: new Date(at('10:45')) }) }).waitFor();
  return outcomeOf(window);
}

async function lookingBack({ browser, server, words }: Setting): Promise<Journey> {
  const items = Array.from({ length: 60 }, (_, index) =>
    aHistoryItem({ meeting: `udvalg.${index}`, title: `Punkt ${60 - index}` }),
  );
  server.begin({ views: [aView({ item: undefined })], history: aHistory({ items }) });
  const window = await slowWindow(browser, server.url, 'channel', 1280);
  const { page } = window;
  await page.getByLabel(words('history.search')).click();
  await page.keyboard.type('punkt 12', { delay: 60 });
  for (let key = 0; key < 8; key += 1) await page.keyboard.press('Backspace');
  await page.getByText(words('history.taken'), { exact: true }).click();
  await page.evaluate(twoFrames);
  await page.getByText(words('history.taken.never')).first().waitFor();
  await press(page, /^Kopiér til referatet/);
  await page.getByText(words('history.copied')).first().waitFor();
  return outcomeOf(window);
}

/** To be run in a page: what has been drawn by then is among what the browser has measured. */
const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
