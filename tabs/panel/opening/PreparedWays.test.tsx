import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView } from '../../testing/views.ts';

const prepared = aView({
  item: undefined,
  you: { name: 'Anna Holm', mayOpen: true },
  next: { id: 'udvalg.8', title: 'Velkomst', plan: [aPlanned()], unsettled: [] },
});
const press = (name: string) => ready(name);

it('keeps what is written on the A4 pages while it asks whether to delete the plan', async () => {
  const { user, server } = show(createServer(prepared));
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  await user.click(await press(text('paper')));
  await user.type(await screen.findByLabelText(text('paper.until')), 'fredag');
  await user.click(await press(text('next.discard')));
  expect(screen.queryByRole('button', { name: text('paper.print') })).toBeNull();
  await user.click(await press(text('next.discard.keep')));
  expect(screen.getByRole('textbox', { name: text('paper.until') })).toHaveProperty('value', 'fredag');
});

it('has the ways on in the same order as an item that is open', async () => {
  show(createServer(prepared));
  const change = await press(text('plan.change'));
  const paper = await press(text('paper'));
  expect(paper.compareDocumentPosition(change)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('keeps the plan where it is still there and may not be deleted', async () => {
  const { user, server } = show(createServer(prepared));
  await user.click(await press(text('next.discard')));
  server.answerNext(refusal(403, { code: 'NotOpener' }));
  await user.click(await press(text('next.discard.confirm')));
  await user.click(await press(text('next.discard.keep')));
  expect(document.activeElement).toBe(await press(text('next.discard')));
});

it.each(['NotOpener', 'PermissionMissing'] as const)(
  'offers to try again, and not as the next step, where somebody else has to do something first: %s',
  async (code) => {
    const { user, server } = show(createServer(prepared));
    const open = await press(text('open.confirm'));
    const main = open.className;
    server.answerNext(refusal(403, { code }));
    await user.click(open);
    const again = await press(text('again'));
    expect(screen.getByRole('alert').textContent).toBe(text.error(code));
    expect(screen.queryByRole('button', { name: text('open.confirm') })).toBeNull();
    expect(again.className).not.toBe(main);
    expect(again.className).toBe((await press(text('plan.change'))).className);
    await user.click(again);
    await waitFor(() => expect(server.asked).toHaveLength(2));
  },
);

it('leads to the item that is open already where another cannot be opened', async () => {
  const { user, server } = show(createServer(prepared));
  const open = await press(text('open.confirm'));
  const main = open.className;
  server.answerNext(refusal(409, { code: 'MeetingAlreadyOpen' }));
  await user.click(open);
  const on = await press(text('next.goOn'));
  expect(on.className).toBe(main);
  expect(screen.queryByRole('button', { name: text('open.confirm') })).toBeNull();
  server.show(aView({ item: anItem({ title: 'Åbnet imens' }) }));
  await user.click(on);
  expect(await screen.findByRole('heading', { level: 1, name: 'Åbnet imens' })).toBeInstanceOf(HTMLElement);
});

it('lets the item be opened once more where nobody knows whether it was', async () => {
  const { user, server } = show(createServer(prepared));
  server.answerNext('unreachable');
  await user.click(await press(text('open.confirm')));
  await screen.findByText(text('failed.offline'));
  expect(await press(text('open.confirm'))).toBeInstanceOf(HTMLElement);
});

it('neither opens the item nor sends a question out while it asks whether to delete the plan, nor where that was refused', async () => {
  const { user, server } = show(createServer(prepared));
  const name = text('ahead.send.label', { question: 'Hvordan kan vi lokalt styrke den gode velkomst?' });
  await press(name);
  const open = await press(text('open.confirm'));
  const main = open.className;
  await user.click(await press(text('next.discard')));
  for (const gone of [name, text('open.confirm')]) expect(screen.queryByRole('button', { name: gone })).toBeNull();
  server.answerNext(refusal(409, { code: 'MeetingAlreadyOpen' }));
  await user.click(await press(text('next.discard.confirm')));
  const on = await press(text('next.goOn'));
  expect(on.className).toBe(main);
  expect(screen.queryByRole('button', { name })).toBeNull();
});

it('says the same before anybody presses, and first that nothing is open, where the app may not see who owns the team', async () => {
  show(createServer(aView({ item: undefined, you: { name: 'Bo', mayOpen: false, permissionMissing: true } })));
  await screen.findByText(`${text('nothing.open')} ${text.error('PermissionMissing')}`);
});
