import { expect, it } from 'vitest';
import { digestPostKey } from '#dialogue/post';
import { lead } from './lead.ts';
import { settlePost } from './settlePost.ts';
import { LEAD, OneApp } from './testing/oneApp.ts';

const SECOND = digestPostKey(2);
const LONG = 'Vi mangler en fast makker. '.repeat(400);

/** An ended item with so many answers that its digest has two pages, of which Teams refuses the second. */
async function blocked() {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  const thread = (await outside.post(meeting))?.state;
  if (thread?.status !== 'sent') throw new Error('the question is not in the channel');
  const { root } = thread.place;
  const answer = async (text: string) => {
    const reply = outside.reply(root, { text });
    await outside.app.handle(reply);
    await outside.clock.advance(60_000);
    return reply;
  };
  const last = [];
  for (let count = 0; count < 3; count += 1) last.push(await answer(LONG));
  outside.channel.onCreate = ({ card }) => (JSON.stringify(card).includes('side 2') ? 'refused' : undefined);
  await lead(outside.app.deps, meeting.id, {
    type: 'endMeeting',
    cause: 'facilitator',
    id: 'command-end',
    at: outside.now(),
    by: LEAD,
  });
  await outside.clock.advance(60_000);
  outside.channel.onCreate = () => undefined;
  const settle = (saw: 'givenUp' | 'notThere') => settlePost(outside.app.deps, meeting.id, SECOND, { saw });
  const state = async () => (await outside.post(meeting, SECOND))?.state;
  return { outside, meeting, answer, settle, state, last };
}

it('leaves a page of the digest that was given up where it is, whatever comes into the digest later', async () => {
  const { outside, answer, settle, state } = await blocked();
  expect(await state()).toMatchObject({ status: 'blocked' });
  await settle('givenUp');
  await answer(`${LONG} Og én ting til.`);
  expect(await state()).toEqual({ status: 'dropped', uncertain: false, by: 'facilitator' });
  const first = outside.channel.standing().map(({ content }) => JSON.stringify(content));
  expect(first.filter((words) => words.includes('side 2'))).toEqual([]);
});

it('sends a page of the digest that was not needed for a while once it is', async () => {
  const { outside, answer, settle, state, last } = await blocked();
  await settle('notThere');
  await outside.clock.advance(60_000);
  expect(await state()).toMatchObject({ status: 'sent' });
  for (const reply of last) await outside.app.handle({ ...reply, life: 'deleted', text: undefined });
  await outside.clock.advance(120_000);
  expect(await state()).toEqual({ status: 'dropped', uncertain: false });
  for (let count = 0; count < 3; count += 1) await answer(LONG);
  expect(await state()).toMatchObject({ status: 'sent' });
});
