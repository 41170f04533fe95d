import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type ConnectorCall, startBetween } from '../../infra/local/playground/between.ts';
import { sidesOf, startPlayground } from '../../infra/local/playground/startPlayground.ts';
import { startLocal } from '../../infra/local/startLocal.ts';
import { makeDeployedFolder } from '../../infra/tools/deployedFolder.ts';
import { launch } from '../support/chromium.ts';
import { Driver } from '../support/driver.ts';
import { transcriptOf } from '../support/transcript.ts';
import { botWords } from '../support/words.ts';
import { DIFFERENCES, withoutDifferences } from './playgroundDifferences.ts';

const CHANNEL = 'MED Lærkeby - Lokaludvalget';
const QUESTION = '3/1';
const ANSWER = 'En makker i den første uge.';
/** Milliseconds for both items, each with processes of its own. */
const LONG = 180_000;
const PATIENCE = { timeout: 30_000, interval: 50 };

/** The card of the question is the second message that is spoken of; the first is the thread that mentions the bot. */
const QUESTION_LINE = /^(?:POST \S+ .*"summary":"Nyt spørgsmål|(?:POST|PUT) \S+;messageid=<message 2>)/;

let folder: string;
let built: string;
let browser: Browser;
let standIn: readonly string[];
let playground: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'med-dialog-playground-'));
  await makeDeployedFolder(join(folder, 'functions'));
  built = join(folder, 'functions/app.cjs');
  browser = await launch();
  standIn = await inStandIn();
  playground = await inPlayground();
}, LONG);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** How a Teams is used, whichever it is. */
interface TeamsUsed {
  install(): Promise<unknown>;
  mention(words: string): Promise<unknown>;
  answerOnCard(words: string): Promise<unknown>;
}

/** An item of one question, from the installation to its end; gives what the app has asked the Connector. */
async function playItem(driver: Driver, calls: readonly ConnectorCall[], teams: TeamsUsed): Promise<readonly string[]> {
  const isMade = (method: string, words: string): Promise<void> =>
    vi.waitFor(() => {
      const made = calls.map((call) => call.method + JSON.stringify(call.body ?? ''));
      expect(made.filter((one) => one.startsWith(method) && one.includes(words))).not.toEqual([]);
    }, PATIENCE);
  await teams.install();
  await driver.knowsItsTeam();
  await isMade('POST', botWords('welcome.hello'));
  await teams.mention('hjælp');
  await isMade('POST', botWords('command.help.help'));
  const meeting = await driver.open([QUESTION]);
  await driver.put(meeting, QUESTION);
  await driver.sees('formand', ({ item }) => item?.round?.post.status === 'sent');
  await teams.answerOnCard(ANSWER);
  await driver.sees('amr', ({ item }) => item?.round?.answers.some(({ text }) => text === ANSWER) === true);
  await driver.close(meeting, 'r001');
  await isMade('PUT', botWords('question.closed', { count: 1 }));
  // What the digest says of it is known by then.
  await driver.sees('formand', ({ item }) => item?.round?.readBack !== undefined);
  await driver.end(meeting);
  await isMade('POST', botWords('digest.summary', { title: 'Punkt 4' }));
  return transcriptOf(calls);
}

/** The same item with the stand-in as its Teams. */
async function inStandIn(): Promise<readonly string[]> {
  const data = join(folder, 'standIn');
  const between = await startBetween();
  const env = { MED_BOT_METADATA_URL: `${between.url}/metadata` };
  const local = await startLocal({ port: 0, data, built, env, teams: { extraMembers: 1 } });
  try {
    between.join(sidesOf(local, data, `${local.url}/connector`));
    local.teams.app.url = between.url;
    const driver = await Driver.over(local, data);
    return await playItem(driver, between.calls, {
      install: () => driver.teams('POST', 'install', { as: 'formand' }),
      mention: (text) => driver.teams('POST', 'posts', { as: 'formand', text, mention: true }),
      answerOnCard: async (answer) => {
        const { id } = await driver.thread();
        await driver.teams('POST', `cards/${id}/execute`, { as: 'formand', verb: 'answer', data: { answer } });
      },
    });
  } finally {
    await local.stop();
    await between.close();
  }
}

/** The same item with the Playground as its Teams, in a browser. */
async function inPlayground(): Promise<readonly string[]> {
  const data = join(folder, 'playground');
  const run = await startPlayground({ port: 0, data, built });
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  try {
    await page.goto(run.url);
    const driver = await Driver.over(run.local, data);
    const transcript = await playItem(driver, run.between.calls, {
      install: () => page.getByRole('treeitem', { name: CHANNEL }).click(),
      mention: (words) => mention(page, words),
      answerOnCard: (words) => answerOnCard(page, words),
    });
    await page.getByText(botWords('question.closed', { count: 1 })).waitFor();
    await page.getByText(botWords('digest.notAll', { count: 1 })).waitFor();
    return transcript;
  } finally {
    await page.close();
    await run.stop();
  }
}

/** Begins a thread that mentions the bot, and waits until it has answered. */
async function mention(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').first().click();
  await page.keyboard.type('@MED');
  await page.getByRole('menuitem', { name: /MED-dialog/ }).click();
  await page.keyboard.type(` ${words}`);
  await page.getByRole('button', { name: 'Post' }).click();
  await page.getByText(botWords('command.help.help')).waitFor();
}

async function answerOnCard(page: Page, words: string): Promise<void> {
  const field: Locator = page.getByLabel(botWords('question.input'));
  await field.fill(words);
  await page.getByRole('button', { name: botWords('question.answer'), exact: true }).click();
}

/**
 * Without what only reads, which goes on side by side and in any order. Of a card's updates the last: how many there are
 * depends on what came together while one was under way.
 */
const written = (transcript: readonly string[]): readonly string[] =>
  transcript
    .filter((line) => !line.startsWith('GET '))
    .filter(
      (line, at, all) =>
        !line.startsWith('PUT ') || all.findLastIndex((other) => target(other) === target(line)) === at,
    );

/** Method and address. */
const target = (line: string): string => line.split(' ', 2).join(' ');

const read = (transcript: readonly string[]): readonly string[] =>
  [...new Set(transcript)].filter((line) => line.startsWith('GET ')).toSorted();

it('is told the same as the stand-in, in the same order, but for what is listed with its cause', () => {
  expect(withoutDifferences(written(playground), 'playground')).toEqual(
    withoutDifferences(written(standIn), 'standIn'),
  );
});

it('is asked the same about the team and its members', () => {
  expect(read(playground)).toEqual(read(standIn));
  expect(read(playground)).toHaveLength(3);
});

it.each(DIFFERENCES)('still differs in this: $cause', ({ only, line }) => {
  const [here, there] = only === 'playground' ? [playground, standIn] : [standIn, playground];
  expect(here).toContainEqual(expect.stringMatching(line));
  expect(there).not.toContainEqual(expect.stringMatching(line));
});

it('creates, replies to and updates a question as in the stand-in: no difference is about that', () => {
  const aboutQuestion = written(playground).filter((line) => QUESTION_LINE.test(line));
  expect(aboutQuestion.map((line) => line.split(' ', 1)[0])).toEqual(['POST', 'POST', 'PUT']);
  expect(withoutDifferences(aboutQuestion, 'playground')).toEqual(aboutQuestion);
  expect(written(standIn).filter((line) => QUESTION_LINE.test(line))).toEqual(aboutQuestion);
});
