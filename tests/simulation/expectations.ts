import { expect } from 'vitest';
import { isLiving } from '#dialogue/answer';
import { questionOf } from '#dialogue/meeting';
import { aheadPostKey, POINTER_POST_KEY } from '#dialogue/post';
import { type Expected, MEETING_CHAT } from './scenarios.ts';
import type { World } from './world.ts';

/** Nothing lost, nothing twice: what must be true once everything has come to rest, whatever happened on the way. */
export async function expectAllIsWell(world: World, meeting: string, expected: Expected): Promise<void> {
  const answers = await world.answers(meeting);
  const kept = Object.fromEntries(answers.map((answer) => [answer.key, isLiving(answer) ? answer.text : undefined]));
  expect(kept).toEqual(expected);
  await expectOnePostEach(world, meeting, expected);
  const rows = world.tables.rows().map((row) => row.key);
  expect(rows.filter((key) => key.startsWith('s!') || key.startsWith('h!'))).toEqual([]);
  expect(world.failures).toEqual([]);
}

async function expectOnePostEach(world: World, meeting: string, expected: Expected): Promise<void> {
  const head = (await world.store.readMeeting(meeting))?.value;
  if (head === undefined) throw new Error('the item is gone');
  const standing = world.channel.standing();
  const posts = await world.posts(meeting);
  for (const round of head.rounds) {
    const question = questionOf(head, round.question)?.text ?? '';
    const cards = standing.filter(({ id, root, content }) => id === root && content.summary.includes(question));
    const ahead = posts.find(({ key }) => key === aheadPostKey(round.id))?.state.status;
    const beforehand = ahead === undefined || ahead === 'dropped' ? [] : [`Til forberedelse: ${question}`];
    const summaries = cards.map(({ content }) => content.summary).toSorted();
    expect(summaries).toEqual([`Lukket for svar: ${question}`, ...beforehand]);
  }
  if (head.teamsMeeting !== undefined) {
    const lines = standing.filter(({ root }) => root === MEETING_CHAT).map(({ content }) => content.summary);
    // Nobody is asked about a line of which it is not known whether it came.
    const isKnown = posts.find(({ key }) => key === POINTER_POST_KEY)?.state.status === 'sent';
    if (isKnown) expect(lines).toEqual(['Punktet er afsluttet. Opsamlingen ligger i kanalen.']);
    else expect(lines.length).toBeLessThanOrEqual(1);
  }
  const digests = standing.filter(({ content }) => content.summary.startsWith('Opsamling: '));
  expect(digests).toHaveLength(1);
  for (const text of Object.values(expected)) {
    if (text !== undefined) expect(JSON.stringify(digests[0]?.content.card)).toContain(text);
  }
  const echoes = standing.filter(({ content }) => content.onBehalfOf !== undefined);
  const names = echoes.map(({ content }) => content.onBehalfOf?.name);
  expect(new Set(names).size).toBe(names.length);
}
