import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aView } from '../../testing/views.ts';

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
