import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createClock } from '../../testing/clock.ts';
import { createServer } from '../../testing/fakeServer.ts';
import { show, text } from '../../testing/renderPanel.tsx';
import { aPlanned, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const plan = [aPlanned({ status: 'open' })];
const MINUTE = 60_000;
const bar = () => screen.findByRole('region', { name: text('lead.bar') });
const inBar = async () => (await within(await bar()).findByRole('timer')).textContent;
const inQuestion = async () => (await screen.findByRole('timer', { name: text('question.time') })).textContent;

/** The page eight minutes before the question's time is over. */
function begin(item: Parameters<typeof aViewOf>[1] = { lead, plan }) {
  const clock = createClock(Date.parse(at('10:31')));
  const server = createServer(aViewOf({ endsAt: at('10:39') }, item));
  return { clock, ...show(server, clock) };
}

it('counts down by the server’s clock, to the second, once for whoever leads', async () => {
  const { clock } = begin();
  expect(await inBar()).toBe('8:00');
  clock.pass(1_000);
  expect(await inBar()).toBe('7:59');
  clock.pass(MINUTE);
  expect(await inBar()).toBe('6:59');
  expect(screen.getAllByRole('timer')).toHaveLength(1);
});

it('counts down in minutes for all others', async () => {
  const { clock } = begin({ plan });
  expect(await inQuestion()).toBe(text('question.left', { count: 8 }));
  clock.pass(1_000);
  expect(await inQuestion()).toBe(text('question.left', { count: 8 }));
  clock.pass(MINUTE);
  expect(await inQuestion()).toBe(text('question.left', { count: 7 }));
  clock.pass(8 * MINUTE + 5_000);
  expect(await inQuestion()).toBe(text('question.over', { time: '1 min.' }));
});

it('tells by how much it is over, and closes nothing', async () => {
  const { clock, server } = begin();
  await inBar();
  clock.pass(8 * MINUTE);
  expect(await inBar()).toBe('0:00');
  clock.pass(MINUTE + 5_000);
  expect(await inBar()).toBe(text('lead.over', { time: '1:05' }));
  clock.pass(59 * MINUTE);
  expect(await inBar()).toBe(text('lead.over', { time: '1 time' }));
  expect(server.asked).toEqual([]);
});

it('tells nobody who listens that time passes', async () => {
  const { clock } = begin();
  await inBar();
  const said = screen.getByRole('status').textContent;
  clock.pass(9 * MINUTE);
  expect(screen.getByRole('status').textContent).toBe(said);
  expect(screen.getAllByRole('timer').map((timer) => timer.closest('[aria-live]'))).toEqual([null]);
});

it('is the same after a reload', async () => {
  const { clock, server, leave } = begin();
  await inBar();
  clock.pass(90_000);
  leave();
  show(server, clock);
  expect(await inBar()).toBe('6:30');
});

it('stands nowhere for a question without an end, nor when it is closed', async () => {
  const { server } = begin();
  await inBar();
  server.show(
    aViewOf({ endsAt: at('10:39'), status: 'closed', closedAt: at('10:35') }, { lead, plan, version: at('10:35') }),
  );
  await waitFor(() => expect(screen.queryByRole('timer')).toBeNull(), { timeout: 5_000 });
});

it('offers two minutes more in one press when two are left', async () => {
  const { clock, user, server } = begin();
  await inBar();
  const more = () => screen.queryByRole('button', { name: text('more.extend') });
  clock.pass(6 * MINUTE - 1_000);
  expect(more()).toBeNull();
  clock.pass(1_000);
  const button = await screen.findByRole('button', { name: text('more.extend') });
  clock.pass(1_000);
  server.answerNext({ status: 200, body: aViewOf({ endsAt: at('10:41') }, { lead, plan, version: at('10:37') }) });
  await user.click(button);
  await waitFor(() => expect(more()).toBeNull());
  expect(server.asked[0]?.path).toContain('/rounds/r001/extension');
  expect(await inBar()).toBe('3:59');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: text('more') }));
});

it('does not say that answering is being closed while two minutes are added', async () => {
  const { clock, user, server } = begin();
  await inBar();
  clock.pass(19 * MINUTE);
  const button = await screen.findByRole('button', { name: text('more.extend') });
  clock.pass(1_000);
  server.answerNext('none');
  await user.click(button);
  const close = screen.getByRole('button', { name: text('lead.close') });
  await waitFor(() => expect(close.getAttribute('aria-disabled')).toBe('true'));
  expect(close.textContent).toBe(text('lead.close'));
});

it('takes a slow double click for two minutes, not for four', async () => {
  const { clock, user, server } = begin();
  await inBar();
  clock.pass(19 * MINUTE);
  const button = await screen.findByRole('button', { name: text('more.extend') });
  clock.pass(1_000);
  server.answerNext({ status: 200, body: aViewOf({ endsAt: at('10:52') }, { lead, plan, version: at('10:50') }) });
  await user.click(button);
  await waitFor(async () => expect(await inBar()).toBe('1:59'));
  await user.click(button);
  clock.pass(999);
  await user.click(button);
  expect(server.asked).toHaveLength(1);
});
