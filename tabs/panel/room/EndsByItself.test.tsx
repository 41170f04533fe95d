import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createClock } from '../../testing/clock.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { asFound, expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const MINUTE = 60_000;
const SOON = { timeout: 5_000 };
const LEAD = { name: 'Anna Holm', mine: true };
const endsByItselfAt = at('22:41');
const told = { at: new Date(endsByItselfAt) };
const plan = [aPlanned({ status: 'open' })];

/** The page two minutes before the item's last hour. */
function begin(lead = { name: 'Lone Krogh', mine: false }) {
  const clock = createClock(Date.parse(at('21:39')));
  const server = createServer(aViewOf({}, { lead, plan, endsByItselfAt }));
  return { clock, ...show(server, clock) };
}

it('tells everybody in the last hour when the item ends by itself, and says it to those who listen', async () => {
  const { clock } = begin();
  await screen.findByRole('heading', { level: 1 });
  const sentence = asFound(text('endsByItself.other', told));
  const line = () => screen.queryByText(`${sentence} ${text('endsByItself.digest')}`, { ignore: '[role=status]' });
  clock.pass(MINUTE);
  expect(line()).toBeNull();
  clock.pass(MINUTE);
  await waitFor(() => expect(line()).not.toBeNull(), SOON);
  await waitFor(() => expectText(screen.getByRole('status'), text('endsByItself.other', told)));
  expect(screen.queryByRole('button', { name: text('endsByItself.keep') })).toBeNull();
});

it('lets whoever leads keep it open in one press that changes nothing else', async () => {
  const { clock, user, server } = begin(LEAD);
  await screen.findByRole('heading', { level: 1 });
  clock.pass(2 * MINUTE);
  const keep = await ready(text('endsByItself.keep'));
  expect(screen.getAllByText(asFound(text('endsByItself.lead', told)), { exact: false }).length).toBeGreaterThan(0);
  const later = { lead: LEAD, plan, endsByItselfAt: at('23:59'), version: at('21:41') };
  server.answerNext({ status: 200, body: aViewOf({}, later) });
  await user.click(keep);
  await waitFor(() => expect(screen.queryByRole('button', { name: text('endsByItself.keep') })).toBeNull(), SOON);
  expect(server.asked.map(({ path, body }) => [path.split('/').at(-1), body['screen']])).toEqual([
    ['screen', 'question'],
  ]);
  await waitFor(() => expectText(screen.getByRole('status'), text('endsByItself.kept')));
});

it('says why it was not kept open', async () => {
  const { clock, user, server } = begin(LEAD);
  await screen.findByRole('heading', { level: 1 });
  clock.pass(2 * MINUTE);
  const keep = await ready(text('endsByItself.keep'));
  server.answerNext(refusal(503, { code: 'Unavailable' }));
  await user.click(keep);
  expectText(await screen.findByRole('alert'), text('error.Unavailable'));
});

it('promises no digest where no question was put or sent out', async () => {
  const clock = createClock(Date.parse(at('21:39')));
  show(createServer(aView({ item: anItem({ plan: [aPlanned()], endsByItselfAt }) })), clock);
  await screen.findByRole('heading', { level: 1 });
  clock.pass(2 * MINUTE);
  await screen.findByText(asFound(text('endsByItself.other', told)), { ignore: '[role=status]' }, SOON);
});
