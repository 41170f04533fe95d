import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const first = aPlanned({ status: 'closed', round: 'r001' });
const second = aPlanned({ id: '3/2', text: 'Og nu?', status: 'open', round: 'r002' });
const next = aViewOf(
  { id: 'r002', position: 2, question: { text: 'Og nu?', points: [] } },
  { plan: [first, second], version: at('10:50') },
);
const unsent = text('answer.unsent', { question: first.text });
const send = () => screen.findByRole('button', { name: text('answer.unsent.send') }, { timeout: 5_000 });

/** Somebody writes to the first question, and the second is put before they have sent. */
async function overtaken() {
  const server = createServer(aViewOf({}));
  const shown = show(server);
  await shown.user.type(await screen.findByLabelText(text('answer.label')), 'Det nåede jeg ikke');
  server.show(next);
  await send();
  return { ...shown, server };
}

it('shows what was not sent before the question was closed, and sends it as come later', async () => {
  const { user, server } = await overtaken();
  expect(screen.getByText(unsent, { exact: false })).toBeInstanceOf(HTMLElement);
  expect(screen.getByText('Det nåede jeg ikke')).toBeInstanceOf(HTMLElement);
  expect(screen.getByLabelText<HTMLTextAreaElement>(text('answer.label')).value).toBe('');
  // Where the field was that they wrote in.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Og nu?' })));
  server.answerNext({ status: 201, body: next });
  await user.click(await send());
  expect(server.asked[0]).toMatchObject({ method: 'PUT', body: { text: 'Det nåede jeg ikke', over: 0 } });
  expect(server.asked[0]?.path).toContain('/rounds/r001/answer');
  expect(screen.queryByText('Det nåede jeg ikke')).toBeNull();
  expect(localStorage).toHaveLength(0);
});

it('is still there after a reload, until it is deleted', async () => {
  const { leave, server } = await overtaken();
  leave();
  const { user } = show(server);
  await send();
  await user.click(screen.getByRole('button', { name: text('answer.discard') }));
  expect(screen.queryByText('Det nåede jeg ikke')).toBeNull();
  expect(server.asked).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

it('keeps the text where it could not be sent, and says so', async () => {
  const { user, server } = await overtaken();
  server.answerNext('unreachable');
  await user.click(await send());
  expectText(await screen.findByRole('alert'), text('failed.offline'));
  expect(screen.getByText('Det nåede jeg ikke')).toBeInstanceOf(HTMLElement);
});

it('keeps the text where the person had answered already', async () => {
  const { user, server } = await overtaken();
  server.answerNext(refusal(409, { code: 'RoundClosed', view: next }));
  await user.click(await send());
  expectText(await screen.findByRole('alert'), text.error('RoundClosed'));
  expect(screen.getByText('Det nåede jeg ikke')).toBeInstanceOf(HTMLElement);
});

it('can be sent when the item is over, also from its last question', async () => {
  const server = createServer(aViewOf({}, { plan: [{ ...first, status: 'open' }] }));
  const { user } = show(server);
  await user.type(await screen.findByLabelText(text('answer.label')), 'Det nåede jeg ikke');
  const over = { plan: [first], status: 'ended', endedAt: at('11:00'), version: at('11:00') } as const;
  server.show(aViewOf({ status: 'closed', closedAt: at('11:00') }, over));
  await user.click(await send());
  expect(server.asked[0]?.path).toContain('/rounds/r001/answer');
});

it('shows nothing where nothing was left', async () => {
  show(createServer(aView({ item: anItem({ ...next.item }) })));
  await screen.findByRole('heading', { name: 'Og nu?' });
  expect(screen.queryByRole('button', { name: text('answer.unsent.send') })).toBeNull();
});
