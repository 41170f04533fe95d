import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AnswerView } from '../../api/views.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anAnswer, aPlanned, aViewOf, at } from '../../testing/views.ts';

const SOON = { timeout: 5_000 };
const scribe = { name: 'Anna Holm', mine: true };
const plan = [aPlanned({ status: 'open' })];
const said = (change: Partial<AnswerView>): AnswerView =>
  anAnswer({ source: 'room', name: undefined, revision: 1, ...change });
const viewWith = (answers: AnswerView[], item: Parameters<typeof aViewOf>[1] = {}) =>
  aViewOf({ answers }, { scribe, plan, version: at('10:40'), ...item });
const field = () => screen.findByLabelText<HTMLInputElement>(text('room.label'));
const begin = (view = viewWith([])) => show(createServer(view));

it('shows the two lines that stand there last, above the field', async () => {
  const lines = ['En.', 'To.', 'Tre.'].map((words, index) => said({ id: `o${index}`, text: words }));
  begin(viewWith([...lines, anAnswer()]));
  const bar = await screen.findByRole('region', { name: text('scribe.bar') });
  const shown = within(bar).getAllByText(/Gemt/);
  expect(shown.map(({ textContent }) => textContent)).toEqual(
    ['To.', 'Tre.'].map((words) => text('room.stored', { words })),
  );
  expect(shown[1]?.compareDocumentPosition(await field())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('folds for the referent when there is something to read, and comes back with what was half written', async () => {
  const { user } = begin();
  await user.type(await field(), 'Vi hil');
  await user.click(screen.getByRole('button', { name: text('room.done') }));
  expect(screen.queryByLabelText(text('room.label'))).toBeNull();
  const write = screen.getByRole('button', { name: text('scribe.write') });
  expect(document.activeElement).toBe(write);
  await user.click(write);
  expect((await field()).value).toBe('Vi hil');
  expect(document.activeElement).toBe(await field());
});

it('warns against names in the text, and tells of choosing one only where names are shown', async () => {
  const { server } = begin();
  expectText(await screen.findByRole('region', { name: text('scribe.bar') }), text('room.hint.name'));
  server.show(viewWith([], { names: 'hidden', version: at('10:41') }));
  await waitFor(() => expect(screen.queryByText(text('room.hint.name'), { exact: false })).toBeNull(), SOON);
  expectText(screen.getByRole('region', { name: text('scribe.bar') }), text('room.hint'));
});

it('shows no field to whoever is not the referent any more, and tells what they wrote', async () => {
  const { user, server } = begin();
  server.answerNextAndShow(aViewOf({}, { plan, version: at('10:41') }), refusal(403, { code: 'NotRecorder' }));
  await user.type(await field(), 'Vi hilser ikke.{Enter}');
  const alert = await screen.findByRole('alert');
  for (const told of [
    text('room.notScribe'),
    text('room.notSaved'),
    text('room.hadWritten', { words: 'Vi hilser ikke.' }),
  ])
    expectText(alert, told);
  expect(screen.queryByLabelText(text('room.label'))).toBeNull();
  expect(document.body.textContent).not.toContain(text('scribe.you'));
});
