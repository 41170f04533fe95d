import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SetupView } from '#contract/responses';
import type { CommitteeView } from '../../api/views.ts';
import { aProposal, aSetup, aSetupView, jens, lone, soeren } from '../../config/testing/aSetup.ts';
import { loadSetupText } from '../../config/useSetupText.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, show, type Shown, text as panelText } from '../../testing/renderPanel.tsx';
import { anItem, aView, aViewOf } from '../../testing/views.ts';
import '../../config/SetupPage.tsx';
import './Notices.tsx';
import './ToWho.tsx';
import './WhoSees.tsx';

const text = await loadSetupText(panelText);
const nothing = (change: Partial<CommitteeView> = {}): CommitteeView => aView({ item: undefined, ...change });

async function open(setup: SetupView = aSetupView(), view: CommitteeView = aViewOf({})): Promise<Shown> {
  const server = createServer(view);
  const shown = show(server);
  const button = await screen.findByRole('button', { name: text('who') });
  server.answerNext({ status: 200, body: setup });
  await shown.user.click(button);
  await screen.findByRole('heading', { name: text('who'), level: 1 });
  return shown;
}

it('says who reads, what is stored and who decides, and leads back to where one was', async () => {
  const { user } = await open();
  for (const sentence of [
    text('who.readers', { count: 12 }),
    text('who.bot'),
    text('who.chat'),
    text('who.stored'),
    text('who.stage'),
    text('who.names.shown'),
    text('who.delete.own'),
    text('who.access'),
    text('who.lead', { name: 'Lone Krogh' }),
  ])
    expect(screen.getByText(sentence)).toBeInstanceOf(HTMLElement);
  await screen.findByText(text('who.chair', { name: 'Lone Krogh' }));
  expect(screen.getByText(text('who.deputy', { name: 'Jens Bro' }))).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(text('who.both'))).toBeInstanceOf(HTMLElement);
  expect(screen.getByText(text('who.facilitator'))).toBeInstanceOf(HTMLElement);
  await user.click(screen.getByRole('button', { name: text('setup.back') }));
  const button = await screen.findByRole('button', { name: text('who') });
  expect(document.activeElement).toBe(button);
});

it('says what is true of names in the item that is open, whatever the committee chooses now', async () => {
  await open(aSetupView(), aViewOf({}, { names: 'hidden' }));
  expect(screen.getByText(text('who.names.hidden'))).toBeInstanceOf(HTMLElement);
});

it('says who speaks for a chair who has left the team', async () => {
  await open(aSetupView({ left: [jens.person, soeren.person] }));
  expect(await screen.findByText(text('who.oneLeft', { names: jens.name }))).toBeInstanceOf(HTMLElement);
});

it('warns where more can read than are on the list', async () => {
  await open(aSetupView(), aView({ ...aViewOf({}), readers: 25, listed: 11 }));
  expect(screen.getByText(text('who.larger', { readers: 25, listed: 11 }))).toBeInstanceOf(HTMLElement);
});

it('leads whoever holds the keys to the committee’s form, which is saved there', async () => {
  const { user, server } = await open();
  server.answerNext({ status: 200, body: aSetupView() });
  await user.click(await screen.findByRole('button', { name: text('setup') }));
  const name = await screen.findByRole('textbox', { name: text('setup.name') });
  await user.type(name, '!');
  server.answerNext({ status: 200, body: aSetupView({ setup: aSetup({ name: 'Nyt' }) }) });
  await user.click(screen.getByRole('button', { name: text('setup.save') }));
  expect(getComputedStyle(await screen.findByText(text('setup.saved'))).marginTop).toBe('0px');
  expect(server.asked.at(-1)).toMatchObject({
    method: 'PUT',
    body: { revision: 3, name: 'Lokaludvalget for Lærkeby!' },
  });
});

it('leads nobody else there', async () => {
  await open(aSetupView({ you: { mayChange: false } }));
  await screen.findByText(text('who.both'));
  expect(screen.queryByRole('button', { name: text('setup') })).toBeNull();
});

it('says the rest while the roles cannot be read, and tries again', async () => {
  const server = createServer(aViewOf({}));
  const { user } = show(server);
  const button = await screen.findByRole('button', { name: text('who') });
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  await user.click(button);
  expectText(await screen.findByRole('alert'), text('problem.server'));
  expect(screen.getByText(text('who.bot'))).toBeInstanceOf(HTMLElement);
  server.answerNext({ status: 200, body: aSetupView() });
  await user.click(screen.getByRole('button', { name: text('again') }));
  await screen.findByText(text('who.both'));
});

const waiting = (you: Partial<SetupView['you']>): SetupView =>
  aSetupView({ setup: aSetup({ proposal: aProposal() }), you });

it.each([
  ['waiting.yes', true, aSetup({ names: 'hidden', leads: soeren, revision: 4 }), 'waiting.said.agreed'],
  ['waiting.yes', true, aSetup({ proposal: aProposal(), revision: 4 }), 'waiting.said.yes'],
  ['waiting.no', false, aSetup({ revision: 4 }), 'waiting.said.no'],
] as const)('takes a chair’s answer to what waits: %s', async (press, agrees, setup, said) => {
  const { user, server } = await open(waiting({ isAsked: true, isChair: true }));
  const part = await screen.findByRole('region', { name: text('waiting') });
  for (const words of [text('who.leads', { name: 'Søren Ødegård' }), text('waiting.names.hidden')])
    expectText(part, words);
  expectText(part, text('waiting.agreed', { names: lone.name }));
  expectText(part, text('waiting.missing', { names: jens.name }));
  const [change] = within(part).getAllByRole('listitem');
  expect(change?.parentElement && getComputedStyle(change.parentElement).listStyleType).toBe('disc');
  server.answerNext({ status: 200, body: aSetupView({ setup }) });
  await user.click(screen.getByRole('button', { name: text(press) }));
  const outcome = await screen.findByText(text(said), { selector: 'p' });
  const shown = outcome.parentElement?.textContent ?? '';
  for (const words of [text('who.leads', { name: soeren.name }), text('waiting.names.hidden'), text('waiting.from')])
    expect(shown.includes(words)).toBe(said === 'waiting.said.agreed');
  expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: { revision: 3, agrees } });
});

it('asks nobody but a chair, and lets whoever proposed it take it back', async () => {
  await open(waiting({ person: 'oid-fatima' }));
  await screen.findByRole('region', { name: text('waiting') });
  for (const name of [text('waiting.yes'), text('waiting.no'), text('waiting.takeBack')])
    expect(screen.queryByRole('button', { name })).toBeNull();
});

it('lets whoever proposed it take it back', async () => {
  await open(waiting({ person: lone.person }));
  await screen.findByRole('button', { name: text('waiting.takeBack') });
  expect(screen.queryByRole('button', { name: text('waiting.yes') })).toBeNull();
});

const asked = { name: 'Jens Bro', mayOpen: true, isAsked: true } as const;
const waits = (namesWait: 'shown' | 'hidden') => ({ name: 'Anna Holm', mayOpen: true, namesWait });

it.each([
  ['a chair who is asked, while nothing is open', nothing({ you: asked }), 'asked.notice'],
  ['a chair who is asked, before the first question', aView({ you: asked }), 'asked.notice'],
  ['whoever leads, that hidden names are not agreed yet', aView({ you: waits('hidden') }), 'asked.names.hidden'],
  ['who may open an item, that shown ones are not', nothing({ you: waits('shown') }), 'asked.names.shown'],
  ['everybody, before the first question of a team that is larger', aView({ readers: 25, listed: 11 }), 'who.larger'],
  [
    'who may open an item in such a team',
    nothing({ readers: 25, listed: 11, you: { name: 'Jens Bro', mayOpen: true } }),
    'who.larger',
  ],
] as const)('tells %s', async (_, view, key) => {
  show(createServer(view));
  await screen.findByText(text(key, { readers: 25, listed: 11 }));
});

it.each([
  ['while a question is put', aView({ ...aViewOf({}), readers: 25, listed: 11, you: asked })],
  ['while a question is put, of names', aView({ ...aViewOf({}), you: waits('hidden') })],
  ['others while nothing is open', nothing({ readers: 25, listed: 11 })],
  ['where the list is as long as the team', aView({ readers: 11, listed: 11 })],
  ['where there is no list', aView({ item: anItem(), readers: 25 })],
] as const)('tells nobody of it %s', async (_, view) => {
  show(createServer(view));
  await screen.findByRole('button', { name: text('who') }).catch(() => undefined);
  for (const key of ['asked.notice', 'asked.names.hidden', 'who.larger'] as const)
    expect(screen.queryByText(text(key, { readers: 25, listed: 11 }))).toBeNull();
});
