import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { CommitteeView } from '../api/views.ts';
import { createClock } from '../testing/clock.ts';
import { createServer, refusal } from '../testing/fakeServer.ts';
import { createHost, expectText, show, text as panelText } from '../testing/renderPanel.tsx';
import { anAnswer, anItem, at, aView, aViewOf } from '../testing/views.ts';
import StagePage from './StagePage.tsx';
import { loadStageText } from './useStageText.ts';

const text = await loadStageText(panelText);
const QUESTION = 'Hvordan kan vi lokalt styrke den gode velkomst?';
const NOW = Date.parse(at('10:40'));

const begin = (view: CommitteeView, setting: Parameters<typeof show>[1] = {}) =>
  show(createServer(view), { page: <StagePage polling="own" />, now: () => NOW, ...setting });
const heading = () => screen.findByRole('heading', { level: 1 });
/** Gives each element these sizes, in pixels. */
function layOut({
  height = 0,
  ...size
}: Record<'scrollHeight' | 'clientHeight', number> & { readonly height?: number }) {
  for (const [name, pixels] of Object.entries(size))
    vi.spyOn(HTMLElement.prototype, name as keyof typeof size, 'get').mockReturnValue(pixels);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 0, height));
  return { restore: () => void vi.restoreAllMocks() };
}
const answers = () => screen.findByRole('list', { name: text('answers.label') });

it('shows the question, dagens vinkel above it, the number of answers, and nothing to press or write in', async () => {
  begin(
    aViewOf({
      question: { text: QUESTION, points: ['For de nye'], angle: 'De nye elever' },
      answers: [anAnswer(), anAnswer({ id: 't2', text: 'Skjult til de vises' })],
    }),
  );
  expect((await heading()).textContent).toBe(QUESTION);
  const words = screen.getByRole('main').textContent;
  expect(words.indexOf(`${text('stage.angle')}: De nye elever`)).toBeGreaterThan(-1);
  expect(words.indexOf('De nye elever')).toBeLessThan(words.indexOf(QUESTION));
  expect(words).toContain('For de nye');
  expect(words).toContain(text('stage.count', { count: 2 }));
  expect(words).not.toContain('Skjult til de vises');
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('counts down by the server’s clock, and says how far over time it is; nothing closes', async () => {
  const clock = createClock();
  let now = NOW;
  begin(aViewOf({ endsAt: new Date(NOW + 65_000).toISOString() }), { after: clock.after, now: () => now });
  const timer = await screen.findByRole('timer', { name: text('stage.time') });
  expect(timer.textContent).toBe(text('stage.left', { minutes: 1, seconds: '05' }));
  const pass = (seconds: number): void => {
    now += seconds * 1_000;
    clock.pass(seconds * 1_000);
  };
  pass(6);
  expect(timer.textContent).toBe(text('stage.left', { minutes: 0, seconds: '59' }));
  pass(60);
  expect(timer.textContent).toBe(text('stage.over', { count: 0 }));
  pass(120);
  expect(timer.textContent).toBe(text('stage.over', { count: 2, time: '2 min.' }));
  pass(63 * 60);
  expect(timer.textContent).toBe(text('stage.over', { count: 65, time: '1 time og 5 min.' }));
  expect((await heading()).textContent).toBe(QUESTION);
});

it('shows the answers on the facilitator’s word, oldest first, with the names that the committee shows', async () => {
  const view = aViewOf(
    {
      answers: [
        anAnswer({ id: 't1', text: 'Først', name: 'Jens Bro', side: 'employees' }),
        anAnswer({ id: 'o2', text: 'Sagt', name: undefined, source: 'room' }),
        anAnswer({ id: 't3', text: 'Sidst', name: 'Anna Holm', mine: true, late: true }),
      ],
    },
    { screen: 'answers' },
  );
  begin(view);
  const items = within(await answers()).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    `FørstJens Bro\u00a0· ${text('stage.side.employees')}`,
    `Sagt${text('answers.source.room')}`,
    `SidstAnna Holm\u00a0· ${text('answers.late')}`,
  ]);
  expect((await heading()).textContent).toBe(QUESTION);
});

it('shows no name where the committee hides them, not even of whoever’s device shows the screen', async () => {
  begin(
    aViewOf(
      { answers: [anAnswer({ name: 'Anna Holm', mine: true, side: 'leadership' })] },
      {
        screen: 'answers',
        names: 'hidden',
      },
    ),
  );
  expect((await answers()).textContent).toContain(text('stage.side.leadership'));
  expect(screen.getByRole('main').textContent).not.toContain('Anna');
});

it('says where the rest is of an answer that shows its beginning alone', async () => {
  const { restore } = layOut({ scrollHeight: 300, clientHeight: 100 });
  begin(aViewOf({ answers: [anAnswer({ text: 'Et langt svar. '.repeat(100) })] }, { screen: 'answers' }));
  await waitFor(async () => expectText(await answers(), text('stage.rest')));
  restore();
});

it('shows as many of the latest answers as there is room for, and how many there are', async () => {
  const { restore } = layOut({ scrollHeight: 1, clientHeight: 4, height: 1 });
  const many = Array.from({ length: 12 }, (_, index) => anAnswer({ id: `t${index}`, text: `Svar ${index}` }));
  begin(aViewOf({ answers: many }, { screen: 'answers' }));
  const list = await answers();
  await screen.findByText(text('stage.latest', { count: 2, of: 12 }));
  const seen = [...list.children].filter((one) => getComputedStyle(one).visibility !== 'hidden');
  expect(seen.map((one) => one.textContent.slice(0, 7))).toEqual(['Svar 10', 'Svar 11']);
  restore();
});

it('keeps the question until there is an answer to show', async () => {
  begin(aViewOf({}, { screen: 'answers' }));
  await screen.findByText(`${text('stage.empty')} ${text('stage.how')}`);
  expect((await heading()).textContent).toBe(QUESTION);
});

it.each([
  ['nothing is open', aView({ item: undefined }), ['Lokaludvalget', text('stage.nothing')]],
  ['the first question is to come', aView(), ['Velkomst', text('item.soon')]],
  [
    'it is closed for answers',
    aViewOf({ status: 'closed', closedAt: at('10:45'), answers: [anAnswer()], endsAt: at('10:39') }),
    [QUESTION, text('stage.closed', { count: 1 })],
  ],
  [
    'the item is over',
    aViewOf({ status: 'closed' }, { status: 'ended', endedAt: at('10:55'), digest: { key: 'd', status: 'sent' } }),
    [text('item.ended', { at: new Date(at('10:55')) }), text('item.digest')],
  ],
  ['it ended without a question', aView({ item: anItem({ status: 'ended' }) }), [text('item.noDigest')]],
  [
    'only what was sent out beforehand was gathered',
    aView({ item: anItem({ status: 'ended', digest: { key: 'd', status: 'sent' } }) }),
    [text('item.digest')],
  ],
] as const)('says when %s', async (_, view, sentences) => {
  begin(view);
  await heading();
  for (const sentence of sentences) expect(screen.getByRole('main').textContent).toContain(sentence);
  expect(screen.queryByRole('timer')).toBeNull();
});

it('keeps what was seen last without a connection, and says so', async () => {
  const { server } = begin(aViewOf({}));
  await heading();
  server.answerPolls('unreachable');
  await screen.findByText(text('stage.stale.offline'), {}, { timeout: 5_000 });
  expect((await heading()).textContent).toBe(QUESTION);
});

it('still says that it is closed for answers while there is no connection', async () => {
  const { server } = begin(aViewOf({ status: 'closed', closedAt: at('10:45'), answers: [anAnswer()] }));
  await heading();
  server.answerPolls('unreachable');
  await screen.findByText(text('stage.stale.offline'), {}, { timeout: 5_000 });
  expect(screen.getByText(text('stage.closed', { count: 1 }))).toBeInstanceOf(HTMLElement);
});

it('shows an outsider nothing, and a place without a channel what to do', async () => {
  const { server, leave } = begin(aViewOf({}));
  await heading();
  server.answerPolls(refusal(403, { code: 'NotMember' }));
  await waitFor(async () => expect((await heading()).textContent).toBe(text('problem.outsider.heading')), {
    timeout: 5_000,
  });
  leave();
  begin(aViewOf({}), { host: createHost({ channel: undefined }) });
  expect((await heading()).textContent).toBe(text('problem.noChannel.heading'));
});

it('says where to answer while it is open', async () => {
  begin(aViewOf({ answers: [anAnswer()] }));
  await heading();
  expect(screen.getByRole('main').textContent).toContain(text('stage.how'));
});

it.each([
  ['before the first answer', []],
  ['beside the answers', [anAnswer({ name: undefined })]],
])('sends nobody into the thread where names are hidden, for Teams shows them there: %s', async (_, answers) => {
  begin(aViewOf({ answers }, { names: 'hidden', screen: 'answers' }));
  await heading();
  const shown = screen.getByRole('main').textContent;
  expect(shown).toContain(text('stage.how.hidden'));
  expect(shown).not.toContain(text('stage.how'));
});

it('keeps saying what is in the way while it tries again by itself', async () => {
  const server = createServer(aViewOf({}));
  server.answerPolls(refusal(503, { code: 'Unavailable' }));
  show(server, { page: <StagePage polling="own" />, now: () => NOW });
  expect((await heading()).textContent).toBe(text('problem.server.heading'));
  server.holdPolls();
  const before = server.polls.length;
  await waitFor(() => expect(server.polls.length).toBeGreaterThan(before), { timeout: 10_000 });
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect((await heading()).textContent).toBe(text('problem.server.heading'));
});
