import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHistory } from '../../channel/history/testing/history.ts';
import { createServer, refusal } from '../../testing/fakeServer.ts';
import { aMaterial } from '../../testing/materials.ts';
import { ready } from '../../testing/ready.ts';
import { createClock } from '../../testing/clock.ts';
import { createHost, expectText, show, text } from '../../testing/renderPanel.tsx';
import { anItem, aPlanned, aView } from '../../testing/views.ts';

const you = { name: 'Anna Holm', mayOpen: true };
const plan = [
  aPlanned({ id: '1/1', text: 'Spørgsmål 1 i tema 1?', angle: 'Hos os?', minutes: 10 }),
  aPlanned({ id: '2/1', text: 'Spørgsmål 1 i tema 2?' }),
];
const next = { id: 'udvalg.8', title: 'Velkomst', plan, unsettled: [] };
const nothing = aView({ item: undefined, you });
const prepared = aView({ item: undefined, you, next });
const opened = aView({ item: anItem({ lead: { name: 'Anna Holm', mine: true }, plan }) });
const press = (name: string) => ready(name);
const button = (name: string) => screen.findByRole('button', { name });

/** What a form asks for when it opens. */
function answerForm(server: ReturnType<typeof createServer>): void {
  server.answerNext({ status: 200, body: { materials: [aMaterial] } });
  server.answerNext({ status: 200, body: aHistory() });
}

it('keeps a plan for the next item, and shows it', async () => {
  const { user, server } = show(createServer(nothing));
  answerForm(server);
  await user.click(await press(text('prepare.begin')));
  await user.click(await screen.findByRole('checkbox', { name: 'Spørgsmål 1 i tema 1?', hidden: true }));
  server.answerNextAndShow(prepared);
  await user.click(await press(text('plan.save')));
  const heading = await screen.findByRole('heading', { name: 'Velkomst' });
  expect(document.activeElement).toBe(heading);
  expect(server.asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api/committees/19%3Audvalg%2F1%40thread.tacv2/plans',
    body: { title: 'Tema 1', material: 'proeve', plan: [{ question: '1/1', minutes: 8 }] },
  });
});

it('shows what is prepared with its minutes, and opens it with one press', async () => {
  const { user, server } = show(createServer(prepared), { host: createHost({ meeting: 'teams-meeting' }) });
  const part = await screen.findByRole('region', { name: text('next') });
  expectText(part, 'Dagens vinkel: Hos os?');
  expectText(part, text('plan.minutes', { count: 10 }));
  expectText(part, text('picker.total', { count: 18 }));
  server.answerNext({ status: 201, body: opened });
  await user.click(await press(text('open.confirm')));
  await screen.findByRole('heading', { level: 1, name: 'Velkomst' });
  expect(server.asked.at(-1)).toMatchObject({
    path: '/api/meetings/udvalg.8/opening',
    body: { teamsMeeting: 'teams-meeting' },
  });
});

it('changes what is prepared, its name too', async () => {
  const { user, server } = show(createServer(prepared));
  answerForm(server);
  await user.click(await press(text('plan.change')));
  const title = await screen.findByLabelText(text('open.title'));
  await user.clear(title);
  await user.type(title, 'Nyt navn');
  await user.click(await press(text('plan.save')));
  await screen.findByRole('region', { name: text('next') });
  expect(server.asked.at(-1)).toMatchObject({ method: 'PUT', body: { title: 'Nyt navn' } });
});

it('does not send a name that was left as it was', async () => {
  const { user, server } = show(createServer(prepared));
  answerForm(server);
  await user.click(await press(text('plan.change')));
  await user.click(await press(text('picker.remove.label', { position: 2 })));
  await user.click(await press(text('plan.save')));
  await screen.findByRole('region', { name: text('next') });
  expect(server.asked.at(-1)?.body).not.toHaveProperty('title');
});

it('keeps what was written where both changed the same question of what is prepared', async () => {
  const { user, server } = show(createServer(prepared));
  answerForm(server);
  await user.click(await press(text('plan.change')));
  const minutes = await screen.findByLabelText(text('picker.minutes.label', { position: 1 }));
  await user.clear(minutes);
  await user.type(minutes, '20');
  const theirs = { ...next, plan: plan.map((one) => (one.id === '1/1' ? { ...one, minutes: 15 } : one)) };
  const stored = aView({ item: undefined, you, next: theirs });
  server.answerNext(refusal(412, { code: 'PlanChanged', view: stored }));
  await user.click(await press(text('plan.save')));
  expectText(await screen.findByRole('alert'), text('theirs.told'));
  expect(minutes).toHaveProperty('value', '20');
  expect(screen.getByText(text('plan.minutes', { count: 15 }))).toBeInstanceOf(HTMLElement);
});

it('keeps what is written where somebody deletes the plan meanwhile, and makes it again', async () => {
  const { user, server } = show(createServer(prepared));
  answerForm(server);
  await user.click(await press(text('plan.change')));
  const minutes = await screen.findByLabelText(text('picker.minutes.label', { position: 1 }));
  await user.clear(minutes);
  await user.type(minutes, '20');
  server.show(nothing);
  await screen.findByText(text('next.gone'));
  expect(minutes).toHaveProperty('value', '20');
  server.answerNext({ status: 201, body: prepared });
  await user.click(await press(text('plan.save')));
  await waitFor(() => expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: { title: 'Velkomst' } }));
  expect(server.asked.at(-1)?.body['plan']).toMatchObject([{ question: '1/1', minutes: 20 }, { question: '2/1' }]);
});

it('deletes the plan when asked once, and not before', async () => {
  const { user, server } = show(createServer(prepared));
  await user.click(await press(text('next.discard')));
  const asked = screen.getByRole('group', { name: text('next.discard') });
  expectText(asked, text('next.discard.sure', { title: 'Velkomst' }));
  for (const way of ['open.confirm', 'paper', 'plan.change', 'next.other', 'next.discard'] as const)
    expect(screen.queryByRole('button', { name: text(way) })).toBeNull();
  await user.click(await ready(text('next.discard.keep'), asked));
  expect(server.asked).toEqual([]);
  expect(document.activeElement).toBe(await press(text('next.discard')));
  await user.click(await press(text('next.discard')));
  server.answerNext({ status: 200, body: nothing });
  await user.click(await press(text('next.discard.confirm')));
  server.show(nothing);
  expect(await press(text('prepare.begin'))).toBeInstanceOf(HTMLElement);
  expect(server.asked.at(-1)).toMatchObject({ method: 'DELETE' });
});

it('has deleting the plan last of all ways on but the one step that comes next', async () => {
  show(createServer(prepared));
  const part = await screen.findByRole('region', { name: text('next') });
  const last = within(part).getAllByRole('button').slice(-2);
  expect(last.map(({ textContent }) => textContent)).toEqual([text('next.discard'), text('open.confirm')]);
});

it('says that the plan is not deleted where that is refused, and does not ask once more', async () => {
  const { user, server } = show(createServer(prepared));
  await user.click(await press(text('next.discard')));
  server.answerNext(refusal(409, { code: 'MeetingAlreadyOpen' }));
  await user.click(await press(text('next.discard.confirm')));
  const sentence = text('next.discard.refused', { why: text('next.discard.opened') });
  expectText(await screen.findByRole('alert'), sentence);
  expect(document.activeElement).toBe(screen.getByText(sentence));
  expect(screen.queryByRole('button', { name: text('next.discard.confirm') })).toBeNull();
  expect(screen.queryByRole('button', { name: text('next.discard.keep') })).toBeNull();
  server.show(aView({ item: anItem({ title: 'Åbnet imens' }), you }));
  await user.click(await press(text('next.goOn')));
  expect(await screen.findByRole('heading', { level: 1, name: 'Åbnet imens' })).toBeInstanceOf(HTMLElement);
});

it('lets the same press be made again where nobody knows whether the plan was deleted', async () => {
  const { user, server } = show(createServer(prepared));
  await user.click(await press(text('next.discard')));
  server.answerNext('unreachable');
  await user.click(await press(text('next.discard.confirm')));
  expectText(await screen.findByRole('alert'), text('failed.offline'));
  expect(await press(text('next.discard.confirm'))).toBeInstanceOf(HTMLElement);
});

it('offers nothing to those who may not open items', async () => {
  show(createServer(aView({ item: undefined, next, you: { ...you, mayOpen: false } })));
  expect(await screen.findByText(text('nothing.member'))).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole('button', { name: text('open.confirm') })).toBeNull();
});

const sentAhead = (post: object, unsettled: object[] = []) =>
  aView({ item: undefined, you, next: { ...next, plan: [{ ...plan[0], ahead: post }], unsettled } } as object);

it('sends a question out beforehand when asked once, and leads to it there', async () => {
  const { user, server, host } = show(createServer(prepared));
  await user.click(await press(text('ahead.send.label', { question: 'Spørgsmål 1 i tema 1?' })));
  const asked = screen.getByRole('group', { name: text('ahead.send') });
  expectText(asked, text('ahead.sure'));
  expect(server.asked).toEqual([]);
  const link = 'https://teams.microsoft.com/l/message/x/1';
  const sent = sentAhead({ key: 'r001!p!a', status: 'sent', link });
  server.answerNextAndShow(sent);
  await user.click(await ready(text('ahead.confirm'), asked));
  await user.click(await screen.findByRole('link', { name: text('question.thread.read') }));
  expect(host.opened).toEqual([link]);
  expect(server.asked.at(-1)).toMatchObject({ path: '/api/meetings/udvalg.8/ahead', body: { question: '1/1' } });
});

it('tells how many have replied to what was sent out', async () => {
  show(createServer(sentAhead({ key: 'r001!p!a', status: 'sent', replies: 3 })));
  await screen.findByText(text('ahead.replies', { count: 3 }), { exact: false });
  expect(
    screen.queryByRole('button', { name: text('ahead.send.label', { question: 'Spørgsmål 1 i tema 1?' }) }),
  ).toBeNull();
});

it.each([
  ['gone', 'ahead.gone'],
  ['dropped', 'ahead.dropped'],
] as const)('says that what was sent out is %s, and sends it again when asked once', async (status, words) => {
  const { user, server } = show(createServer(sentAhead({ key: 'r001!p!a', status, replies: 0 })));
  await screen.findByText(text(words));
  await user.click(await press(text('ahead.again.label', { question: 'Spørgsmål 1 i tema 1?' })));
  server.answerNextAndShow(sentAhead({ key: 'r001!p!a', status: 'sending' }));
  await user.click(await press(text('ahead.confirm')));
  await screen.findByText(text('ahead.sending'));
  expect(server.asked.at(-1)).toMatchObject({ path: '/api/meetings/udvalg.8/ahead', body: { question: '1/1' } });
});

it('says that a question had been sent out already', async () => {
  const { user, server } = show(createServer(prepared));
  await user.click(await press(text('ahead.send.label', { question: 'Spørgsmål 1 i tema 1?' })));
  server.answerNext(refusal(409, { code: 'QuestionSentAhead', view: prepared }));
  await user.click(await press(text('ahead.confirm')));
  expectText(await screen.findByRole('alert'), text.error('QuestionSentAhead'));
});

it('asks whoever prepares where nobody knows whether it came into the channel', async () => {
  const post = { key: 'r001!p!a', status: 'unknown' };
  const { user, server } = show(createServer(sentAhead(post, [{ post, of: 'preparation', number: 1 }])));
  await screen.findByText(text('settle.preparation.unknown'));
  await user.click(await press(text('settle.notThere')));
  expect(server.asked.at(-1)).toMatchObject({
    path: '/api/meetings/udvalg.8/posts/r001!p!a/settlement',
    body: { saw: 'notThere' },
  });
});

it.each(['sent', 'nothing sent'] as const)(
  'says what becomes of what was sent out when the plan is deleted: %s',
  async (kind) => {
    const { user } = show(createServer(kind === 'sent' ? sentAhead({ key: 'r001!p!a', status: 'sent' }) : prepared));
    await user.click(await press(text('next.discard')));
    const asked = screen.getByRole('group', { name: text('next.discard') });
    expectText(asked, text('next.discard.sure', { title: 'Velkomst' }));
    expect(asked.textContent.includes(text('next.discard.sent'))).toBe(kind === 'sent');
  },
);

it.each([
  ['delete a plan', text('next.discard'), text('next.discard.confirm')],
  ['send a question out', text('ahead.send.label', { question: 'Spørgsmål 1 i tema 1?' }), text('ahead.confirm')],
])('does not %s with the second half of a double click', async (_, ask, confirm) => {
  const clock = createClock();
  const { user, server } = show(createServer(prepared), { after: clock.after });
  await user.click(await button(ask));
  await user.click(await button(confirm));
  expect(server.asked).toEqual([]);
  clock.pass(1_000);
  await user.click(await press(confirm));
  expect(server.asked).toHaveLength(1);
});
