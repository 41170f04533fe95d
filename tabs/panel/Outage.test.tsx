import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseMore } from '../testing/chooseMore.ts';
import { createServer } from '../testing/fakeServer.ts';
import { ready } from '../testing/ready.ts';
import { expectText, show, text } from '../testing/renderPanel.tsx';
import { anAnswer, aPlanned, aViewOf, at } from '../testing/views.ts';

/** Longer than the first pauses between polls, shorter than those that follow. */
const SOON = { timeout: 8_000 };
/** Well before the next poll would come by itself, six seconds after the second that failed. */
const AT_ONCE = { timeout: 3_000 };
const lead = { name: 'Anna Holm', mine: true };
const plan = [aPlanned({ status: 'open' }), aPlanned({ id: '3/2' })];
const banner = () => screen.queryByText(text('stale.offline'));

/** Away for so long that the next poll is seconds ahead. */
async function beginAway(view = aViewOf({})) {
  const server = createServer(view);
  const shown = show(server);
  await screen.findByText(text('answers.empty'));
  server.answerPolls('unreachable');
  const { length } = server.polls;
  await waitFor(() => expect(server.polls.length).toBeGreaterThanOrEqual(length + 2), SOON);
  await screen.findByText(text('stale.offline'), {}, SOON);
  return shown;
}

it('is told once: beside the answer that was not sent rather than for the whole page', async () => {
  const { user, server } = await beginAway();
  await user.type(screen.getByLabelText(text('answer.label')), 'Halvt svar');
  server.answerNext('unreachable');
  await user.click(screen.getByRole('button', { name: text('answer.submit') }));
  expectText(await screen.findByRole('alert'), text('answer.offline'));
  expect(banner()).toBeNull();
  await user.click(screen.getByRole('button', { name: text('answer.discard') }));
  expect(banner()).toBeInstanceOf(HTMLElement);
});

it('is told for the page while the plan covers the answer that was not sent', async () => {
  const { user, server } = await beginAway(aViewOf({}, { lead, plan }));
  await user.type(screen.getByLabelText(text('answer.label')), 'Halvt svar');
  server.answerNext('unreachable');
  await user.click(screen.getByRole('button', { name: text('answer.submit') }));
  await screen.findByRole('alert');
  await chooseMore(user, text('lead.plan'));
  expect(banner()).toBeInstanceOf(HTMLElement);
  await user.click(await ready(text('lead.back')));
  expect(banner()).toBeNull();
});

it('is over at once when the browser is back on the network', async () => {
  const { server } = await beginAway();
  server.show(aViewOf({ answers: [anAnswer()] }, { version: at('10:43') }));
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('Vi mangler en fast makker.', {}, AT_ONCE)).toBeInstanceOf(HTMLElement);
  expect(banner()).toBeNull();
});

it('is over at once when something that one did has reached the server', async () => {
  const { user, server } = await beginAway(aViewOf({}, { lead, plan }));
  const closed = aViewOf({ status: 'closed', closedAt: at('10:44') }, { lead, plan, version: at('10:44') });
  server.show(closed);
  const { length } = server.polls;
  await user.click(await ready(text('lead.close')));
  await ready(text('lead.next'));
  expect(banner()).toBeNull();
  await waitFor(() => expect(server.polls.length).toBeGreaterThan(length), AT_ONCE);
});
