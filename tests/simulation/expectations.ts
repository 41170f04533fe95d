import { expect } from 'vitest';
import { isLiving } from '#dialogue/answer';
import { questionOf } from '#dialogue/meeting';
import { aheadPostKey, POINTER_POST_KEY, type Post } from '#dialogue/post';
import type { Standing } from './channel.ts';
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
  const posts = await world.posts(meeting);
  const standing = world.channel.standing();
  for (const round of head.rounds)
    expectQuestion(questionOf(head, round.question)?.text ?? '', round.id, posts, standing);
  if (head.teamsMeeting !== undefined) expectPointer(posts, standing);
  const digests = standing.filter(({ content }) => content.summary.startsWith('Opsamling: '));
  expect(digests).toHaveLength(1);
  for (const text of Object.values(expected)) {
    if (text !== undefined) expect(JSON.stringify(digests[0]?.content.card)).toContain(text);
  }
  const echoes = standing.filter(({ content }) => content.onBehalfOf !== undefined);
  const names = echoes.map(({ content }) => content.onBehalfOf?.name);
  expect(new Set(names).size).toBe(names.length);
}

const statusOf = (posts: readonly Post[], key: string) => posts.find((post) => post.key === key)?.state.status;

/** The question once, closed, and once beforehand where it was sent out. */
function expectQuestion(question: string, round: string, posts: readonly Post[], standing: readonly Standing[]): void {
  const cards = standing.filter(({ id, root, content }) => id === root && content.summary.includes(question));
  const ahead = statusOf(posts, aheadPostKey(round));
  const beforehand = ahead === undefined || ahead === 'dropped' ? [] : [`Til forberedelse: ${question}`];
  const summaries = cards.map(({ content }) => content.summary).toSorted();
  expect(summaries).toEqual([`Lukket for svar: ${question}`, ...beforehand]);
}

/** Nobody is asked about a line of which it is not known whether it came. */
function expectPointer(posts: readonly Post[], standing: readonly Standing[]): void {
  const lines = standing.filter(({ root }) => root === MEETING_CHAT).map(({ content }) => content.summary);
  if (statusOf(posts, POINTER_POST_KEY) === 'sent') {
    expect(lines).toEqual(['Punktet er afsluttet. Opsamlingen ligger i kanalen.']);
  } else expect(lines.length).toBeLessThanOrEqual(1);
}
