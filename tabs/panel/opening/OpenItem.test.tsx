import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { asFound, createHost, expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const nothing = aView({ item: undefined, you: { name: 'Anna Holm', mayOpen: true } });
const press = (name: string) => screen.findByRole('button', { name });
const choose = (name: string) => screen.findByRole('checkbox', { name, hidden: true });
const opened = aView({ item: anItem({ lead: { name: 'Anna Holm', mine: true }, plan: [aPlanned()] }) });

const history = aHistory({ taken: [{ material: 'proeve', question: '1/2', at: at('10:29') }] });

function answerForm(server: ReturnType<typeof createServer>): void {
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  server.answerNext({ status: 200, body: history });
}

async function begin(host = createHost({ meeting: 'teams-meeting' })) {
  const shown = show(createServer(nothing), { host });
  answerForm(shown.server);
  await shown.user.click(await press(text('open.begin')));
  await press(text('open.confirm'));
  return shown;
}

it('opens an item with its title and the questions in the order they were chosen', async () => {
  const { user, server } = await begin();
  await user.click(await choose('Spørgsmål 2 i tema 1?'));
  await user.click(await choose('Spørgsmål 1 i tema 1?'));
  await user.type(screen.getByLabelText(text('open.title')), 'Velkomst');
  server.answerNext({ status: 201, body: opened });
  await user.click(await press(text('open.confirm')));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Velkomst' });
  expect(document.activeElement).toBe(heading);
  expect(server.asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api/committees/19%3Audvalg%2F1%40thread.tacv2/meetings',
    body: {
      title: 'Velkomst',
      material: 'proeve',
      plan: [
        { question: '1/2', minutes: 8 },
        { question: '1/1', minutes: 8 },
      ],
      teamsMeeting: 'teams-meeting',
    },
  });
});

it('names the item after its theme where nobody names it, and sends no meeting where there is none', async () => {
  const { user, server } = await begin(createHost());
  await user.click(await choose('Spørgsmål 1 i tema 2?'));
  await user.click(await press(text('open.confirm')));
  expect(server.asked.at(-1)?.body).toMatchObject({ title: 'Tema 2' });
  expect(server.asked.at(-1)?.body).not.toHaveProperty('teamsMeeting');
});

it('asks for a question before it opens', async () => {
  const { user, server } = await begin();
  expect(screen.getByText(text('picker.needsOne'))).toBeInstanceOf(HTMLElement);
  await user.click(await press(text('open.confirm')));
  expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

it('says that another item was opened first, naming nobody as the one who did, and shows it', async () => {
  const { user, server } = await begin();
  await user.click(await choose('Spørgsmål 1 i tema 2?'));
  const view = aView({ item: anItem({ lead: { name: 'Lone Krogh', mine: false } }) });
  server.answerNext(refusal(409, { code: 'MeetingAlreadyOpen', view }));
  await user.click(await press(text('open.confirm')));
  expect(await screen.findByText(text('item.soon'))).toBeInstanceOf(HTMLElement);
  const sentence = text('first.opened', { title: 'Velkomst', at: new Date(at('10:29')) });
  expectText(await screen.findByRole('alert'), sentence);
  // Who leads it now may have been given it.
  expect(screen.getByRole('alert').textContent).not.toContain('Lone Krogh');
  await user.click(await press(text('putAway')));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('shows once more the question that somebody had written when another item was opened first', async () => {
  const { user, server } = await begin();
  await user.type(screen.getByLabelText(text('picker.own')), 'Hvad gør vi nu?');
  await user.click(await press(text('picker.own.add')));
  const view = aView({ item: anItem({ lead: { name: 'Lone Krogh', mine: false } }) });
  server.answerNext(refusal(409, { code: 'MeetingAlreadyOpen', view }));
  await user.click(await press(text('open.confirm')));
  expectText(await screen.findByRole('alert'), text('open.hadWritten', { questions: '»Hvad gør vi nu?«' }));
});

it('takes away what was told once the dialogue has gone on', async () => {
  const { user, server } = await begin();
  await user.click(await choose('Spørgsmål 1 i tema 2?'));
  const view = aView({ item: anItem({ lead: { name: 'Lone Krogh', mine: false } }) });
  server.answerNext(refusal(409, { code: 'MeetingAlreadyOpen', view }));
  await user.click(await press(text('open.confirm')));
  await screen.findByRole('alert');
  server.show(aViewOf({}, { version: at('10:31') }));
  await screen.findByLabelText(text('answer.label'), {}, { timeout: 5_000 });
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('can be left, and nothing that was written goes away', async () => {
  const { user, server } = await begin();
  await user.type(screen.getByLabelText(text('picker.own')), 'Hvad gør vi nu?');
  await user.click(await press(text('lead.back')));
  answerForm(server);
  await user.click(await press(text('open.begin')));
  await screen.findByText(text('prepare.restored'));
  expect(screen.getByDisplayValue('Hvad gør vi nu?')).toBeInstanceOf(HTMLElement);
});

it('is as new where nothing had been written', async () => {
  const { user, server } = await begin();
  await user.click(await press(text('lead.back')));
  answerForm(server);
  await user.click(await press(text('open.begin')));
  await screen.findByLabelText(text('picker.own'));
  expect(screen.queryByText(text('prepare.restored'))).toBeNull();
});

it('loads the material only when somebody means to open an item', async () => {
  const { server } = show(createServer(nothing));
  await press(text('open.begin'));
  expect(server.asked).toEqual([]);
});

it('says of no theme that nothing was taken where nothing ever was', async () => {
  const { user, server } = show(createServer(nothing));
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  server.answerNext({ status: 200, body: aHistory() });
  await user.click(await press(text('open.begin')));
  await choose('Spørgsmål 1 i tema 2?');
  await waitFor(() => expect(server.asked).toHaveLength(2));
  expect(screen.queryByText(text('picker.theme.none', { of: 2 }))).toBeNull();
});

it('shows the points of a question where it is chosen, and no loose end elsewhere', async () => {
  const [first, ...others] = aMaterial.themes;
  const [one, ...rest] = first?.questions ?? [];
  const long = { ...one, text: 'Vi har en række styrkepositioner, fx', points: ['Faglighed', 'Ro'] } as typeof one;
  const themes = [{ ...first, questions: [long, ...rest] }, ...others] as typeof aMaterial.themes;
  const { user, server } = show(createServer(nothing));
  server.answerNext({ status: 200, body: { materials: [{ ...aMaterial, themes }] } });
  server.answerNext({ status: 200, body: aHistory() });
  await user.click(await press(text('open.begin')));
  const box = await choose('Vi har en række styrkepositioner, fx');
  const about = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect([...(about?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual(['Faglighed', 'Ro']);
  await user.click(box);
  const line = text('plan.line', { position: 1, question: 'Vi har en række styrkepositioner …' });
  // The question is marked with its language, so that the line is in parts.
  const marked = await screen.findByText('Vi har en række styrkepositioner …');
  expect(asFound(marked.parentElement?.textContent ?? '')).toBe(asFound(line));
});

it('says beside each theme and question when it was last taken', async () => {
  await begin();
  const taken = { at: new Date(at('10:29')), year: '2026' };
  expect(await screen.findByText(text('picker.theme.taken', { count: 1, of: 2, ...taken }))).toBeInstanceOf(
    HTMLElement,
  );
  expect(screen.getByText(text('picker.theme.none', { of: 2 }))).toBeInstanceOf(HTMLElement);
  const about = (await choose('Spørgsmål 2 i tema 1?')).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(about)?.textContent).toBe(text('picker.takenAt', taken));
  expect((await choose('Spørgsmål 1 i tema 1?')).getAttribute('aria-describedby')).toBeNull();
});

it('lets questions be chosen also where the history cannot be had', async () => {
  const { user, server } = show(createServer(nothing));
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  server.answerNext('unreachable');
  await user.click(await press(text('open.begin')));
  await user.click(await choose('Spørgsmål 1 i tema 1?'));
  expect(screen.getByRole('heading', { name: text('picker.chosen', { count: 1 }) })).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('has what belongs to a question below its words, where there is room', async () => {
  const { user } = await begin();
  await user.click(await choose('Spørgsmål 1 i tema 1?'));
  const minutes = screen.getByLabelText(text('picker.minutes.label', { position: 1 }));
  const beneath = minutes.closest('li > div');
  expect(window.matchMedia('(min-width: 640px)').matches).toBe(true);
  expect(beneath && getComputedStyle(beneath).paddingLeft).toContain('calc(24px');
});

it('leads back from where the material could not be had', async () => {
  const { user, server } = show(createServer(nothing));
  server.answerNext('unreachable');
  await user.click(await press(text('open.begin')));
  expectText(await screen.findByRole('alert'), text('materials.failed'));
  await user.click(await press(text('lead.back')));
  expect(await press(text('prepare.begin'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says what opening does before anybody presses, and what is sent to the channel', async () => {
  await begin();
  expect(screen.getByText(text('open.words'))).toBeInstanceOf(HTMLElement);
});

it('puts a question that was written and not added on the plan', async () => {
  const { user, server } = await begin();
  await user.type(screen.getByLabelText(text('picker.own')), 'Hvad gør vi nu?');
  server.answerNext({ status: 201, body: opened });
  await user.click(await press(text('open.confirm')));
  await screen.findByRole('heading', { level: 1, name: 'Velkomst' });
  expect(server.asked.at(-1)?.body['plan']).toMatchObject([{ own: 'Hvad gør vi nu?' }]);
});

it('says that an own question is too long, or that none is written, and keeps what is', async () => {
  const { user, server } = await begin();
  const own = screen.getByLabelText<HTMLTextAreaElement>(text('picker.own'));
  await user.type(own, '   ');
  await user.click(await press(text('picker.own.add')));
  expectText(screen.getByRole('alert'), text('picker.own.blank'));
  await user.clear(own);
  await user.click(own);
  await user.paste('x'.repeat(5_000));
  await user.click(await press(text('picker.own.add')));
  expectText(screen.getByRole('alert'), text('picker.own.tooLong', { limit: 1_000, length: 5_000 }));
  await user.click(await press(text('open.confirm')));
  expect(own.value).toHaveLength(5_000);
  expect(server.asked.every(({ method }) => method === 'GET')).toBe(true);
});

it.each([
  ['NotOpener', false],
  ['MeetingAlreadyOpen', false],
  ['TooMany', true],
] as const)('has opening as the next step only where a press may help after a refusal: %s', async (code, helps) => {
  const { user, server } = await begin();
  await user.click(await choose('Spørgsmål 1 i tema 1?'));
  const main = (await press(text('open.confirm'))).className;
  server.answerNext(refusal(403, { code }));
  await user.click(await press(text('open.confirm')));
  expectText(await screen.findByRole('alert'), text.error(code));
  expect((await press(text('open.confirm'))).className === main).toBe(helps);
});
