import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chooseMore } from '../../testing/chooseMore.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { ready } from '../../testing/ready.ts';
import { expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aRound, aView, aViewOf, at } from '../../testing/views.ts';

const lead = { name: 'Anna Holm', mine: true };
const [first, second] = [aPlanned({ id: '3/1', text: 'Den ene?' }), aPlanned({ id: '3/2', text: 'Den anden?' })];
const planned = aView({ item: anItem({ lead, plan: [first, second] }) });
const opened = aViewOf({}, { lead, plan: [{ ...first, status: 'open' }, second], version: at('10:31') });
const closed = aViewOf(
  { status: 'closed', closedAt: at('10:44') },
  { lead, plan: [{ ...first, status: 'closed' }, second], version: at('10:44') },
);
const bar = () => screen.findByRole('region', { name: text('lead.bar') });
const inBar = async (name: string) => ready(name, await bar());

it('puts the first question of the plan', async () => {
  const { user, server } = show(createServer(planned));
  server.answerNext({ status: 201, body: opened });
  await user.click(await inBar(text('lead.put')));
  expect(document.activeElement).toBe(await inBar(text('lead.close')));
  expect(server.asked[0]).toMatchObject({ method: 'POST', body: { question: '3/1' } });
});

it('closes, and then puts the next', async () => {
  const { user, server } = show(createServer(opened));
  await bar();
  server.answerNextAndShow(closed);
  await user.click(await inBar(text('lead.close')));
  await user.click(await inBar(text('lead.next')));
  expect(server.asked.map(({ path }) => path.split('/').at(-1))).toEqual(['closing', 'rounds']);
  expect(server.asked[1]?.body['question']).toBe('3/2');
});

it('asks before it ends where a question is left, and can be told to go on', async () => {
  const { user, server } = show(createServer(closed));
  await chooseMore(user, text('plan.end'));
  expectText(await bar(), text('end.sure'));
  expect(document.activeElement?.textContent).toContain(text('end.sure'));
  await user.click(await inBar(text('end.keep')));
  expect(document.activeElement).toBe(await inBar(text('lead.next')));
  expect(server.asked).toEqual([]);
  await chooseMore(user, text('plan.end'));
  const ended = aViewOf({ status: 'closed' }, { lead, status: 'ended', endedAt: at('11:00'), version: at('11:00') });
  server.answerNext({ status: 200, body: ended });
  await user.click(await inBar(text('lead.end')));
  const heading = await screen.findByRole('heading', { level: 1 });
  expectText(heading, text('item.ended.on', { at: new Date(at('11:00')) }));
  expect(document.activeElement).toBe(heading);
});

it('says who was first, shows how things stand now, and does nothing more', async () => {
  const { user, server } = show(createServer(planned));
  await bar();
  const now = aViewOf({ putBy: 'Lone Krogh' }, { lead, version: at('10:32') });
  server.answerNextAndShow(now, refusal(409, { code: 'RoundStillOpen', view: now }));
  await user.click(await inBar(text('lead.put')));
  const alert = await screen.findByRole('alert');
  expectText(alert, text('first.put', { name: 'Lone Krogh', at: new Date(aRound().putAt) }));
  expect(screen.getByRole('heading', { level: 1, name: aRound().question.text })).toBeInstanceOf(HTMLElement);
  expect(server.asked).toHaveLength(1);
});

it('takes nobody of the same name for oneself, whoever leads by now', async () => {
  const { user, server } = show(createServer(planned));
  const view = aViewOf({ putBy: 'Anna Holm' }, { lead, version: at('10:32') });
  server.answerNext(refusal(409, { code: 'QuestionAlreadyPut', view }));
  await user.click(await inBar(text('lead.put')));
  const sentence = text('first.put', { name: 'Anna Holm', at: new Date(aRound().putAt) });
  expectText(await screen.findByRole('alert'), sentence);
});

it('names one’s own other window rather than oneself, whoever leads by now', async () => {
  const { user, server } = show(createServer(planned));
  const view = aViewOf(
    { putBy: 'Anna Holm', putByYou: true },
    { lead: { name: 'Jens Bro', mine: false }, version: at('10:32') },
  );
  server.answerNext(refusal(409, { code: 'QuestionAlreadyPut', view }));
  await user.click(await inBar(text('lead.put')));
  expectText(await screen.findByRole('alert'), text('first.you'));
});

it.each([
  ['RoundClosed', opened, closed, 'lead.close', text('first.closed', { at: new Date(at('10:44')) })],
  [
    'MeetingEnded',
    opened,
    aViewOf({ status: 'closed' }, { lead, status: 'ended', endedAt: at('11:00'), version: at('11:00') }),
    'lead.close',
    text('first.ended', { at: new Date(at('11:00')) }),
  ],
] as const)('says what came first after %s', async (code, before, view, button, sentence) => {
  const { user, server } = show(createServer(before));
  server.answerNext(refusal(409, { code, view }));
  await user.click(await inBar(text(button)));
  expectText(await screen.findByRole('alert'), sentence);
});

it('sends the same command again after an answer that never came', async () => {
  const { user, server } = show(createServer(opened));
  server.answerNext('unreachable');
  await user.click(await inBar(text('lead.close')));
  expectText(await screen.findByRole('alert'), text('failed.offline'));
  server.answerNext({ status: 200, body: closed });
  await user.click(await inBar(text('lead.close')));
  await inBar(text('lead.next'));
  expect(new Set(server.asked.map(({ body }) => body['command'])).size).toBe(1);
});

it('shows the bar to the facilitator alone', async () => {
  show(createServer(aViewOf({})));
  await screen.findByText(text('answers.empty'));
  expect(screen.queryByRole('region', { name: text('lead.bar') })).toBeNull();
});
