import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { aView, aViewOf } from '../../testing/views.ts';

const mayTakeOver = { leadLeft: true, you: { name: 'Anna Holm', mayOpen: false, mayTakeOver: true } } as const;
const before = aView(mayTakeOver);
const NAME = before.item?.lead.name ?? '';

it('lets whoever holds the keys lead on where the facilitator has left', async () => {
  const { user, server } = show(createServer(before));
  await user.click(await screen.findByRole('button', { name: text('takeOver.do') }));
  expect(server.asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api/meetings/udvalg.7/lead',
    body: { to: 'oid-anna' },
  });
});

it('tells the others who can', async () => {
  show(createServer(aView({ leadLeft: true })));
  expect(await screen.findByText(text('takeOver.others', { name: NAME }))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('button', { name: text('takeOver.do') })).toBeNull();
});

it('says nothing of it while the facilitator is there', async () => {
  show(createServer(aView()));
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: text('takeOver.do') })).toBeNull();
});

it.each([
  ['the facilitator is in the team again', aView(), text('takeOver.back', { name: NAME })],
  [
    'another has taken it over',
    aViewOf({}, { lead: { name: 'Ida Lund', mine: false } }),
    text('takeOver.taken', { name: 'Ida Lund' }),
  ],
])('says why it is refused, where %s, and offers it no more', async (_, now, told) => {
  const { user, server } = show(createServer(before));
  const button = await screen.findByRole('button', { name: text('takeOver.do') });
  server.answerNextAndShow(now, refusal(403, { code: 'NotFacilitator' }));
  await user.click(button);
  expectText(await screen.findByRole('alert'), told);
  expect(screen.queryByRole('button', { name: text('takeOver.do') })).toBeNull();
});

it('offers no more what was refused where it cannot be seen why', async () => {
  const { user, server } = show(createServer(before));
  const button = await screen.findByRole('button', { name: text('takeOver.do') });
  server.answerNext(refusal(403, { code: 'NotFacilitator' }));
  server.answerPolls('unreachable');
  await user.click(button);
  expectText(await screen.findByRole('alert'), text('takeOver.refused', { name: NAME }));
  expect(screen.queryByRole('button', { name: text('takeOver.do') })).toBeNull();
});
