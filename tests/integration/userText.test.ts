import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addresses } from '#contract/addresses';
import type { AnswerView } from '#dialogue/meetingView';
import { HOSTILE } from '../../bot/render/testing/hostile.ts';
import { type Answered, MATERIAL, type SeenMessage } from '../support/driver.ts';
import { cardText, markupIn } from './testing/cards.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// What people write is shown as they typed it, wherever it is shown: nothing in it is markup, a template or a formula.
const TYPED = [...HOSTILE, 'A/B #3 \\ 100 % ?x=1', 'Grønlandsk: ᓄᓇ, tyrkisk: Yıldız, arabisk: سلام 🙂'];
const LONG = `Begyndelsen ${'ord æøå '.repeat(2_500)}`.slice(0, 19_994) + 'Slutte';
const CONTROLS = 'Klokke\u0007 nul\u0000 escape\u001b[31m rød\u202e';
const TITLE = '<b>Punkt</b> [4](https://example.invalid) {{DATE(2026-05-14T08:31:00Z)}} ${4} *æ*';
const QUESTION = TYPED.join(' ');
const SOURCES = TYPED.length;
let app: Watched;
let meeting: string;

beforeAll(async () => {
  app = await startWatched({ teams: { extraMembers: 2 * SOURCES } });
});
afterAll(() => app.stop());

const PATIENCE = { timeout: 50_000, interval: 100 };
const own = (id: string, text: string) => ({ id: `own/${id}`, own: text });

async function putAndFind(question: string, round: string): Promise<SeenMessage> {
  expect((await app.driver.put(meeting, question)).status).toBe(201);
  await app.driver.sees('amr', ({ item }) => item?.round?.id === round && item.round.post.status === 'sent');
  return app.driver.thread();
}

async function answersOnceThereAre(count: number): Promise<readonly AnswerView[]> {
  const view = await app.driver.sees('amr', ({ item }) => (item?.round?.answers.length ?? 0) >= count);
  return view.item?.round?.answers ?? [];
}

const onCard = (as: string, card: string, answer: string) =>
  app.driver.teams<{ body: { value: string } }>('POST', `cards/${card}/execute`, {
    as,
    verb: 'answer',
    data: { answer },
  });

const echoes = async (): Promise<readonly (SeenMessage & { readonly format?: string })[]> =>
  (await app.driver.channel()).filter(({ onBehalfOf }) => onBehalfOf !== null);

it('shows a question of the committee’s own on its card and in the panel as it was typed', async () => {
  const { status, body } = await openItem();
  expect(status).toBe(201);
  expect(body.item?.title).toBe(TITLE);
  meeting = body.item?.id ?? '';
  const { cards } = await putAndFind('own/question-one', 'r001');
  expect(cardText(cards)).toContain(QUESTION);
  expect(markupIn(cards)).toEqual([]);
  const { body: view } = await app.driver.view('amr');
  expect(view.item?.round?.question.text).toBe(QUESTION);
});

function openItem(): Promise<Answered> {
  const plan = [own('question-one', QUESTION), own('question-two', 'Noget langt?')];
  const body = { command: 'command-open', title: TITLE, material: MATERIAL, plan };
  return app.driver.ask('formand', 'POST', addresses.meetings(app.driver.committee), body);
}

it('shows answers from thread, card and panel as they were typed, and their echoes too', async () => {
  const { root } = await app.driver.thread();
  for (const [index, text] of TYPED.entries()) {
    await app.driver.reply('amr', root, text);
    expect((await app.driver.answer(`ekstra${index + 1}`, meeting, 'r001', text)).status).toBe(201);
    expect(JSON.stringify(await onCard(`ekstra${SOURCES + index + 1}`, root, text))).toContain('Dit svar er gemt');
  }
  const answers = await answersOnceThereAre(3 * SOURCES);
  const texts = (source: string) => answers.filter((answer) => answer.source === source).map(({ text }) => text);
  expect(texts('thread').sort()).toEqual([...TYPED].sort());
  expect(texts('own').sort()).toEqual([...TYPED, ...TYPED].sort());
  const shown = await vi.waitFor(async () => {
    const all = await echoes();
    expect(all).toHaveLength(2 * SOURCES);
    return all;
  }, PATIENCE);
  const words = shown.map(({ text }) => text.slice(text.indexOf('\n\n') + 2)).sort();
  expect(words).toEqual([...TYPED, ...TYPED].sort());
  expect(new Set(shown.map(({ format }) => format))).toEqual(new Set(['plain']));
});

it('shows control characters to nobody in the channel', async () => {
  await app.driver.answer('medlem1', meeting, 'r001', CONTROLS);
  const { body } = await app.driver.view('medlem1');
  expect(body.item?.round?.mine?.text).toBe(CONTROLS);
  const echo = await vi.waitFor(async () => {
    const found = (await echoes()).find(({ text }) => text.includes('Klokke'));
    expect(found).toBeDefined();
    return found;
  }, PATIENCE);
  expect(echo?.text).toContain('Klokke nul escape[31m rød');
});

it('keeps 20,000 characters from thread, card and panel whole, and says on the card where there is one too many', async () => {
  expect(LONG).toHaveLength(20_000);
  await app.driver.close(meeting, 'r001');
  const { root } = await putAndFind('own/question-two', 'r002');
  expect(JSON.stringify(await onCard('medlem2', root, `${LONG}!`))).toContain('for langt');
  expect(JSON.stringify(await onCard('medlem2', root, ''))).toContain('Der står ikke noget i feltet');
  expect(JSON.stringify(await onCard('medlem1', root, LONG))).toContain('Dit svar er gemt');
  expect((await app.driver.answer('naestformand', meeting, 'r002', LONG)).status).toBe(201);
  await app.driver.reply('amr', root, LONG);
  const answers = await answersOnceThereAre(3);
  expect(answers.map(({ name }) => name).sort()).toEqual(['Anna Holm', 'Jens Bro', 'Søren Ødegård']);
  for (const { text } of answers) expect(text === LONG).toBe(true);
  const long = await vi.waitFor(async () => {
    const found = (await echoes()).filter((echo) => echo.root === root);
    expect(found).toHaveLength(2);
    return found;
  }, PATIENCE);
  for (const { text } of long)
    expect(text).toMatch(/^(Jens Bro|Søren Ødegård)[^]{8000,8200}… \(resten står i panelet\)$/);
});

it('gathers everything in the digest as it was typed, on cards that Teams takes', async () => {
  expect((await app.driver.end(meeting)).status).toBe(200);
  const messages = await app.driver.channelHas((all) => all.filter(isDigest).length === 3);
  const pages = messages.filter(isDigest);
  const text = cardText(pages.flatMap(({ cards }) => cards));
  for (const typed of [TITLE, ...TYPED]) expect(text).toContain(typed);
  expect(text).toContain('Klokke nul escape[31m rød');
  expect(text).toMatch(/\d+ svar mere|1 svar mere|Resten af opsamlingen/);
  for (const { cards } of pages) {
    expect(markupIn(cards)).toEqual([]);
    for (const card of cards) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(24 * 1024);
  }
});

const isDigest = ({ from, cards }: SeenMessage): boolean =>
  from === 'bot' && cardText(cards).startsWith('Opsamling · ');

it('logs nothing of it', () => {
  expectNothingPersonal(app.log(), [...TYPED, TITLE, 'Klokke', 'Begyndelsen', 'Noget langt']);
});
