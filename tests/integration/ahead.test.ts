import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ErrorBody, MineView } from '#contract/responses';
import { type Driver, MATERIAL } from '../support/driver.ts';
import { replyActivity, signedByChannel, tellBot } from './testing/activities.ts';
import { startWatched, type Watched } from './testing/watched.ts';

let app: Watched;
let driver: Driver;
beforeAll(async () => {
  app = await startWatched();
  driver = app.driver;
});
afterAll(() => app.stop());

const command = (): { command: string } => ({ command: randomUUID() });

async function planned(): Promise<string> {
  const plan = [{ question: '3/1' }, { question: '3/2', angle: 'Set fra køkkenet', minutes: 5 }];
  const body = { ...command(), title: 'Velkomst', material: MATERIAL, plan };
  const { status, body: view } = await driver.ask('formand', 'POST', addresses.plans(driver.committee), body);
  expect(status).toBe(201);
  return view.next?.id ?? '';
}

it('goes from a plan over a question sent out days before to the question put in a meeting', async () => {
  const { meeting: teamsMeeting } = await driver.state();
  const meeting = await planned();
  const sent = await driver.ask('formand', 'POST', addresses.ahead(meeting), { ...command(), question: '3/2' });
  expect(sent.status).toBe(201);
  await driver.sees('formand', ({ next }) => next?.plan[1]?.ahead?.status === 'sent');
  const beforehand = await driver.thread();
  expect(JSON.stringify(beforehand.cards)).toContain('Til forberedelse');
  expect(JSON.stringify(beforehand.cards)).toContain('Set fra køkkenet');
  await driver.reply('amr', beforehand.root, 'Det har jeg tænkt over');
  await driver.sees('formand', ({ next }) => next?.plan[1]?.ahead?.replies === 1);

  expect((await driver.view('amr')).body).toMatchObject({ you: { mayOpen: false } });
  expect((await driver.view('amr')).body.next).toBeUndefined();
  const base = [{ question: '3/1' }, { question: '3/2', angle: 'Set fra køkkenet', minutes: 5 }];
  const change = (plan: readonly object[]) =>
    driver.ask<ErrorBody>('formand', 'PUT', addresses.plan(meeting), { ...command(), material: MATERIAL, base, plan });
  for (const plan of [base.slice(0, 1), [{ question: '3/2', angle: 'Noget andet' }]]) {
    const { status, body } = await change(plan);
    expect([status, body.code]).toEqual([409, 'QuestionSentAhead']);
    expect(body.view?.next?.plan.map(({ angle }) => angle)).toEqual([undefined, 'Set fra køkkenet']);
  }

  const opening = { ...command(), teamsMeeting: teamsMeeting.id };
  const opened = await driver.ask('formand', 'POST', addresses.opening(meeting), opening);
  expect(opened.body.item).toMatchObject({ id: meeting, status: 'open', title: 'Velkomst' });
  await driver.put(meeting, '3/2');
  const { item } = await driver.sees('medlem1', (view) => view.item?.round?.answers.length === 1);
  expect(item?.round?.answers[0]).toMatchObject({ text: 'Det har jeg tænkt over', prepared: true, late: false });
  expect(item?.round?.question.angle).toBe('Set fra køkkenet');

  await driver.sees('medlem1', (view) => view.item?.round?.post.status === 'sent');
  const question = await driver.thread();
  expect(question.root).not.toBe(beforehand.root);
  expect(JSON.stringify(question.cards)).toContain('1 svar kom på forhånd');
  expect(JSON.stringify(question.cards)).toContain(`parentMessageId=${beforehand.root}`);
  const standing = await driver.channelHas((messages) =>
    messages.some(({ root, cards }) => teamsMeeting.id === idOf(root) && JSON.stringify(cards).includes(question.root)),
  );
  const line = standing.find(({ root, cards }) => teamsMeeting.id === idOf(root) && cards.length > 0);
  expect(JSON.stringify(line?.cards)).toContain('mødechatten');
  const updated = await driver.channelHas((messages) =>
    JSON.stringify(messages.find(({ id }) => id === beforehand.id)?.cards).includes('Spørgsmålet er stillet nu'),
  );
  expect(updated.filter(({ id, root }) => id === root && id === question.id)).toHaveLength(1);

  // Whoever is not done preparing when the question is put still answers it.
  await driver.reply('medlem2', beforehand.root, 'Og lidt mere');
  await driver.sees('medlem1', (view) => view.item?.round?.answers.length === 2);
  await driver.end(meeting);
  await driver.sees('amr', (view) => view.item?.digest?.status === 'sent');
  const digest = JSON.stringify((await driver.thread()).cards);
  expect(digest).toContain('på forhånd');
  expect(digest).toContain('Og lidt mere');
  await driver.channelHas((messages) =>
    JSON.stringify(messages.find(({ id }) => id === line?.id)?.cards).includes('Punktet er afsluttet'),
  );
});

it('throws a plan away though a question of it is out, which says so from then on', async () => {
  const meeting = await planned();
  await driver.ask('formand', 'POST', addresses.ahead(meeting), { ...command(), question: '3/2' });
  await driver.sees('formand', ({ next }) => next?.plan[1]?.ahead?.status === 'sent');
  const beforehand = await driver.thread();
  // Whoever prepares nothing is shown what stands in the channel, and no more of the plan.
  const seen = await driver.sees('amr', ({ preparing }) => preparing !== undefined);
  expect([seen.next, seen.preparing?.map(({ id }) => id)]).toEqual([undefined, ['3/2']]);
  expect(seen.preparing?.[0]?.link).toContain(beforehand.root);
  expect((await driver.view('formand')).body.preparing).toBeUndefined();
  await driver.reply('amr', beforehand.root, 'Forgæves');
  const discarded = await driver.ask('formand', 'DELETE', `${addresses.plan(meeting)}?command=${randomUUID()}`);
  expect([discarded.status, discarded.body.next]).toEqual([200, undefined]);
  await driver.channelHas((messages) =>
    JSON.stringify(messages.find(({ id }) => id === beforehand.id)?.cards).includes('Punktet er aflyst'),
  );
  const mine = await driver.ask<MineView>('amr', 'GET', addresses.mine(driver.committee));
  expect(mine.body.answers.map(({ text }) => text)).toContain('Forgæves');
});

it('sends a question out again that somebody has deleted in Teams, and loses no reply', async () => {
  const meeting = await planned();
  const send = () =>
    driver.ask<ErrorBody>('formand', 'POST', addresses.ahead(meeting), { ...command(), question: '3/2' });
  const isAhead = (status: string, replies: number) =>
    driver.sees('formand', ({ next }) => {
      const { ahead } = next?.plan[1] ?? {};
      return ahead?.status === status && ahead.replies === replies;
    });
  await send();
  await isAhead('sent', 0);
  const first = await driver.thread();
  await driver.reply('amr', first.root, 'Under den første');
  await isAhead('sent', 1);
  expect((await send()).body.code).toBe('QuestionSentAhead');
  const gone = replyActivity(app, first.root, { type: 'messageDelete', id: first.root, text: undefined });
  const channelData = { ...gone.channelData, eventType: 'softDeleteMessage' };
  expect((await tellBot(app, { ...gone, channelData }, signedByChannel(app))).status).toBe(200);
  await isAhead('gone', 1);
  expect((await driver.view('amr')).body.preparing).toBeUndefined();
  expect((await send()).status).toBe(201);
  await isAhead('sent', 1);
  const second = await driver.thread();
  expect(second.root).not.toBe(first.root);
  await driver.reply('amr', second.root, 'Under den anden');
  await isAhead('sent', 2);
  await driver.ask('formand', 'DELETE', `${addresses.plan(meeting)}?command=${randomUUID()}`);
});

it('says where to answer in the chat of a meeting that runs, though the item is led from the channel’s tab', async () => {
  const { meeting: teamsMeeting } = await driver.state();
  await driver.teams('POST', 'meeting/start', { as: 'formand' });
  await driver.local.teams.settled();
  const meeting = await driver.open(['3/1']);
  await driver.put(meeting, '3/1');
  await driver.sees('formand', ({ item }) => item?.round?.post.status === 'sent');
  const { root: question } = await driver.thread();
  await driver.channelHas((messages) =>
    messages.some(({ root, cards }) => teamsMeeting.id === idOf(root) && JSON.stringify(cards).includes(question)),
  );
  await driver.teams('POST', 'meeting/end', { as: 'formand' });
  await driver.local.teams.settled();
  expect((await driver.view('formand')).body.item).toMatchObject({ id: meeting, status: 'open' });
  await driver.end(meeting);
});

/** The id that Teams gives a meeting whose chat hangs under this message. */
const idOf = (root: string): string => Buffer.from(`0#${driver.committee}#${root}`).toString('base64');
