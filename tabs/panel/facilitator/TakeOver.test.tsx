import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aView } from '../../testing/views.ts';

it('lets whoever holds the keys lead on where the facilitator has left', async () => {
  const { user, server } = show(createServer(aView({ you: { name: 'Anna Holm', mayOpen: false, mayTakeOver: true } })));
  await user.click(await screen.findByRole('button', { name: text('takeOver.do') }));
  expect(server.asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api/meetings/udvalg.7/lead',
    body: { to: 'oid-anna' },
  });
});

it('says nothing of it to the others', async () => {
  show(createServer(aView()));
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: text('takeOver.do') })).toBeNull();
});

it('says why it is refused: not only that somebody else leads', async () => {
  const { user, server } = show(createServer(aView({ you: { name: 'Anna Holm', mayOpen: false, mayTakeOver: true } })));
  const button = await screen.findByRole('button', { name: text('takeOver.do') });
  server.answerNext(refusal(403, { code: 'NotFacilitator' }));
  await user.click(button);
  const [name] = [aView().item?.lead.name ?? ''];
  expectText(await screen.findByRole('alert'), text('takeOver.refused', { name }));
  expect(screen.queryByText(text('takeOver.left', { name }), { exact: false })).toBeNull();
});
