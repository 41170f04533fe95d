import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Clock, createClock } from '../../testing/clock.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { takesPresses } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const [first, second] = [aPlanned({ id: '3/1', text: 'Den ene?' }), aPlanned({ id: '3/2', text: 'Den anden?' })];
const closing = { status: 'closed', closedAt: at('10:44') } as const;
const done = { ...first, status: 'closed' } as const;
const planned = aView({ item: anItem({ lead, plan: [first, second] }) });
const opened = aViewOf({}, { lead, plan: [{ ...first, status: 'open' }, second], version: at('10:31') });
const closed = aViewOf(closing, { lead, plan: [done, second], version: at('10:44') });
const last = aViewOf(closing, { lead, plan: [done], version: at('10:44') });
const openedLast = aViewOf({}, { lead, plan: [{ ...first, status: 'open' }], version: at('10:31') });

const bar = () => screen.findByRole('region', { name: text('lead.bar') });
const inBar = async (name: string) => within(await bar()).findByRole('button', { name });

/** The page when its button has stood there long enough. */
async function begin(view: typeof planned, button: string) {
  const clock = createClock();
  const server = createServer(view);
  const { user } = show(server, { after: clock.after });
  await inBar(button);
  clock.pass(1_000);
  const press = async (name: string) => user.click(await inBar(name));
  // Polls go on as before: what is older than what a command brought is not shown.
  const turnTo = (next: typeof planned) => server.answerNext({ status: 200, body: next });
  return { clock, server, user, press, turnTo };
}

async function expectGuarded(clock: Clock, name: string, press: () => Promise<void>, isDone: () => boolean) {
  for (const pause of [300, 300, 399]) {
    clock.pass(pause);
    await press();
    expect(isDone()).toBe(false);
  }
  clock.pass(1);
  expect(takesPresses(await inBar(name))).toBe(true);
  await press();
  await waitFor(() => expect(isDone()).toBe(true));
}

it.each([
  ['the question that was just put is not closed', planned, opened, 'lead.put', 'lead.close'],
  ['the next question is not put', opened, closed, 'lead.close', 'lead.next'],
] as const)('takes a slow double click for one press: %s', async (_, before, after, button, then) => {
  const { clock, server, press, turnTo } = await begin(before, text(button));
  turnTo(after);
  await press(text(button));
  await inBar(text(then));
  await expectGuarded(
    clock,
    text(then),
    () => press(text(then)),
    () => server.asked.length > 1,
  );
});

it('takes a slow double click for one press: the item is not ended', async () => {
  const { clock, server, press, turnTo } = await begin(openedLast, text('lead.close'));
  turnTo(last);
  await press(text('lead.close'));
  await inBar(text('lead.end'));
  await expectGuarded(
    clock,
    text('lead.end'),
    () => press(text('lead.end')),
    () => server.asked.length > 1,
  );
});

it('takes a slow double click for one press: whoever is asked about ending has not said yes', async () => {
  const unsettled = [{ of: 'question', number: 1, post: { key: 'r001!p!q', status: 'unknown' } }] as const;
  const waiting = aViewOf(closing, { lead, plan: [done], unsettled, version: at('10:44') });
  const { clock, server, press } = await begin(waiting, text('lead.end'));
  await press(text('lead.end'));
  await inBar(text('end.keep'));
  await expectGuarded(
    clock,
    text('lead.end'),
    () => press(text('lead.end')),
    () => server.asked.length > 0,
  );
});

it('counts no press that was meant for what stood there before somebody else was first', async () => {
  const { clock, server, press } = await begin(planned, text('lead.put'));
  const now = aViewOf({ putBy: 'Lone Krogh' }, { lead, version: at('10:32') });
  server.answerNext(refusal(409, { code: 'RoundStillOpen', view: now }));
  await press(text('lead.put'));
  await screen.findByRole('alert');
  await expectGuarded(
    clock,
    text('lead.close'),
    () => press(text('lead.close')),
    () => server.asked.length > 1,
  );
});

it('counts no press with the keyboard either, and keeps the focus meanwhile', async () => {
  const { clock, server, user, press, turnTo } = await begin(opened, text('lead.close'));
  turnTo(closed);
  await press(text('lead.close'));
  const next = await inBar(text('lead.next'));
  expect(document.activeElement).toBe(next);
  await user.keyboard('{Enter} ');
  expect(server.asked).toHaveLength(1);
  clock.pass(1_000);
  expect(document.activeElement).toBe(next);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(server.asked).toHaveLength(2));
});

it('has the next step first, then the way to the rest, then the time', async () => {
  const clock = createClock(Date.parse(at('10:31')));
  const view = aViewOf({ endsAt: at('10:32') }, { lead, plan: [{ ...first, status: 'open' }, second] });
  show(createServer(view), clock);
  await inBar(text('more.extend'));
  const buttons = within(await bar()).getAllByRole('button');
  expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual(
    (['lead.close', 'more', 'more.extend'] as const).map((key) => text(key)),
  );
  const timer = within(await bar()).getByRole('timer');
  expect(buttons[1]?.compareDocumentPosition(timer)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('tells the first words of the question that comes next', async () => {
  const long = { ...second, text: 'Hvordan kan vi i vores hverdag blive bedre til at lære af hinanden?' };
  show(createServer(aViewOf(closing, { lead, plan: [done, long] })));
  const question = 'Hvordan kan vi i vores hverdag blive bedre\u00a0…';
  expectText(await bar(), text('lead.nextIs', { question }));
});
