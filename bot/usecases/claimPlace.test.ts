import { describe, expect, it } from 'vitest';
import { threadLink } from '#dialogue/link';
import type { Meeting } from '#dialogue/meeting';
import { digestPostKey } from '#dialogue/post';
import { lead } from './lead.ts';
import { Unavailable } from './ports.ts';
import { settlePost } from './settlePost.ts';
import { takeReply } from './takeReply.ts';
import { COMMITTEE, LEAD, OneApp, TENANT } from './testing/oneApp.ts';

const linkTo = (root: string): string => threadLink({ committee: COMMITTEE, root, tenant: TENANT, group: 'group' });

/** Of two questions the first is in the channel; the second is there too, and nobody knows. */
async function inDoubt(
  outside = new OneApp(),
): Promise<{ outside: OneApp; meeting: Meeting; first: string; second: string }> {
  await outside.installed();
  outside.channel.onCreate = (content) => (content.summary.includes('Anden?') ? 'lostAfter' : undefined);
  const meeting = await outside.put('Første?', 'Anden?');
  outside.channel.onCreate = () => undefined;
  const rootOf = (text: string) =>
    outside.channel.messages.findLast(({ content }) => content.summary.includes(text))?.root;
  expect((await outside.post(meeting, 'r002!p!q'))?.state.status).toBe('unknown');
  return { outside, meeting, first: rootOf('Første?') ?? '', second: rootOf('Anden?') ?? '' };
}

const standing = (outside: OneApp): readonly string[] =>
  outside.channel.standing().map(({ content }) => content.summary);

/** The facilitator pastes a link for the second question. */
const paste = (outside: OneApp, meeting: Meeting, link: string): Promise<unknown> =>
  settlePost(outside.app.deps, meeting.id, 'r002!p!q', { saw: 'there', link }).then(
    () => 'settled',
    (error: unknown) => (error instanceof Error ? error.message.split(':')[0] : error),
  );

async function end(outside: OneApp, meeting: Meeting): Promise<void> {
  const command = { type: 'endMeeting', cause: 'facilitator', id: `end-${meeting.id}`, by: LEAD } as const;
  await lead(outside.app.deps, meeting.id, { ...command, at: outside.now() });
  await outside.clock.advance(1_000);
}

describe('a link that the facilitator pastes', () => {
  it('settles the question where it leads to it, and what is held there becomes answers', async () => {
    const { outside, meeting, second } = await inDoubt();
    await outside.app.handle(outside.reply(second, { text: 'Holdt' }));
    expect(await paste(outside, meeting, linkTo(second))).toBe('settled');
    const { answers } = await outside.store.readAllRounds(meeting.id);
    expect(answers.map(({ round, text }) => [round, text])).toEqual([['r002', 'Holdt']]);
    expect((await outside.post(meeting, 'r002!p!q'))?.state).toMatchObject({ status: 'sent', place: { root: second } });
  });

  it.each([
    ['another question of the same item', ({ first }: { first: string }) => linkTo(first)],
    ['the welcome', ({ outside }: { outside: OneApp }) => linkTo(outside.channel.messages[0]?.root ?? '')],
    ['somebody’s own message', ({ outside }: { outside: OneApp }) => linkTo(outside.channel.nextId())],
    ['another channel', ({ second }: { second: string }) => linkTo(second).replace('udvalg', 'andet')],
    ['nothing', () => 'det står der'],
  ])('changes nothing where it leads to %s', async (_, linkOf) => {
    const doubt = await inDoubt();
    const { outside, meeting, second } = doubt;
    await outside.app.handle(outside.reply(second, { text: 'Holdt' }));
    const before = standing(outside);
    expect(await paste(outside, meeting, linkOf(doubt))).toBe('LinkUnreadable');
    expect(standing(outside)).toEqual(before);
    expect((await outside.post(meeting, 'r002!p!q'))?.state.status).toBe('unknown');
    // And the true link still finds all that was said.
    await paste(outside, meeting, linkTo(second));
    expect((await outside.store.readAllRounds(meeting.id)).answers.map(({ text }) => text)).toEqual(['Holdt']);
  });

  it.each([
    ['question', 'Tidligere?'],
    ['echo', 'Anna'],
    ['digest', 'Opsamling'],
  ])('changes nothing where it leads to the %s of the item before', async (_, mark) => {
    const outside = new OneApp();
    await outside.installed();
    const before = await outside.put('Tidligere?');
    const anna = { id: 'own-1', at: outside.now(), by: { person: 'anna', name: 'Anna' } };
    await outside.write({ meeting: before.id, round: 'r001' }, anna, 'Et svar');
    await end(outside, before);
    const message = outside.channel.messages.find(({ content }) => content.summary.includes(mark));
    expect(message).toBeDefined();
    const { meeting } = await inDoubt(outside);
    const texts = standing(outside);
    const link = linkTo(message?.id ?? '').replace(/parentMessageId=\d+/, `parentMessageId=${message?.root ?? ''}`);
    expect(await paste(outside, meeting, link)).toBe('LinkUnreadable');
    expect(standing(outside)).toEqual(texts);
  });

  it('changes nothing where it leads to a message that the bot made at another time', async () => {
    const { outside, meeting, first } = await inDoubt();
    const content = outside.channel.messages.find(({ root }) => root === first)?.content;
    if (content === undefined) throw new Error('the question is gone');
    outside.channel.messages.push({ id: '1600000000001', root: '1600000000001', content, deleted: false });
    expect(await paste(outside, meeting, linkTo('1600000000001'))).toBe('LinkUnreadable');
    expect(outside.channel.messages.at(-1)?.content).toBe(content);
  });

  it('waits where Teams cannot be asked now, and settles then', async () => {
    const { outside, meeting, second } = await inDoubt();
    outside.channel.changeMishaps.push('deferred');
    const refused = settlePost(outside.app.deps, meeting.id, 'r002!p!q', { saw: 'there', link: linkTo(second) });
    await expect(refused).rejects.toBeInstanceOf(Unavailable);
    expect((await outside.post(meeting, 'r002!p!q'))?.state.status).toBe('unknown');
    expect(await paste(outside, meeting, linkTo(second))).toBe('settled');
  });
});

describe('a page of the digest that nobody knows about', () => {
  /** The second page, a reply under the first, is in the channel. */
  async function secondPage() {
    const outside = new OneApp();
    await outside.installed();
    const meeting = await outside.put('Hvad nu?');
    for (const person of ['anna', 'bo', 'cec']) {
      const by = { id: `own-${person}`, at: outside.now(), by: { person, name: person } };
      await outside.write({ meeting: meeting.id, round: 'r001' }, by, `${person} ${'mener noget. '.repeat(900)}`);
      await outside.clock.advance(1_000);
    }
    outside.channel.onCreate = ({ summary }) => (summary.includes('side 2') ? 'lostAfter' : undefined);
    await end(outside, meeting);
    outside.channel.onCreate = () => undefined;
    const key = digestPostKey(2);
    expect((await outside.post(meeting, key))?.state.status).toBe('unknown');
    const page = outside.channel.messages.find(({ content }) => content.summary.includes('side 2'));
    const linkOf = (id = '', root = '') => linkTo(id).replace(/parentMessageId=\d+/, `parentMessageId=${root}`);
    const say = (link: string) => settlePost(outside.app.deps, meeting.id, key, { saw: 'there', link });
    return { outside, meeting, key, page, linkOf, say };
  }

  it('is settled by its own link', async () => {
    const { outside, meeting, key, page, linkOf, say } = await secondPage();
    await say(linkOf(page?.id, page?.root));
    expect((await outside.post(meeting, key))?.state).toEqual({
      status: 'sent',
      place: { root: page?.root, message: page?.id },
    });
    await outside.clock.advance(10_000);
    expect(standing(outside).filter((text) => text.includes('side 2'))).toHaveLength(1);
  });

  it('is settled by no other of the bot’s messages', async () => {
    const { outside, meeting, key, page, linkOf, say } = await secondPage();
    const before = standing(outside);
    for (const { id, root } of outside.channel.messages) {
      if (id !== page?.id) await expect(say(linkOf(id, root))).rejects.toThrow('LinkUnreadable');
    }
    expect(standing(outside)).toEqual(before);
    expect((await outside.post(meeting, key))?.state.status).toBe('unknown');
  });
});

describe('a mention of the bot', () => {
  const mention = { author: { person: LEAD.person, name: LEAD.name, mri: '29:lone' }, text: 'her', mention: 'her' };
  const stateOf = async (outside: OneApp, meeting: Meeting) => (await outside.post(meeting, 'r002!p!q'))?.state;

  it('by the facilitator shows where the question stands, and is an answer itself', async () => {
    const { outside, meeting, second } = await inDoubt();
    await outside.app.handle(outside.reply(second, mention));
    expect(await stateOf(outside, meeting)).toMatchObject({ status: 'sent', place: { root: second } });
    expect((await outside.store.readAllRounds(meeting.id)).answers.map(({ text }) => text)).toEqual(['her']);
  });

  it('by anybody else settles nothing', async () => {
    const { outside, meeting, second } = await inDoubt();
    await outside.app.handle(
      outside.reply(second, { ...mention, author: { person: 'p-anna', name: 'Anna', mri: '29:a' } }),
    );
    await outside.app.handle(outside.reply(second, { ...mention, author: undefined }));
    expect(await stateOf(outside, meeting)).toEqual({ status: 'unknown' });
    expect((await outside.store.listHeld(COMMITTEE)).map(({ root }) => root)).toEqual([second, second]);
  });

  it('by the facilitator under somebody’s own message settles nothing, and leaves that message alone', async () => {
    const { outside, meeting } = await inDoubt();
    const before = standing(outside);
    await outside.app.handle(outside.reply(outside.channel.nextId(), mention));
    expect(await stateOf(outside, meeting)).toEqual({ status: 'unknown' });
    expect(standing(outside)).toEqual(before);
  });

  it('by the facilitator in another question’s thread is an answer there', async () => {
    const { outside, meeting, first } = await inDoubt();
    await outside.app.handle(outside.reply(first, mention));
    expect(await stateOf(outside, meeting)).toEqual({ status: 'unknown' });
    expect((await outside.store.readAllRounds(meeting.id)).answers.map(({ round }) => round)).toEqual(['r001']);
  });

  it('is told again where Teams cannot be asked now', async () => {
    const { outside, meeting, second } = await inDoubt();
    const told = outside.reply(second, mention);
    outside.channel.changeMishaps.push('deferred');
    await expect(outside.app.handle(told)).rejects.toBeInstanceOf(Unavailable);
    expect(await takeReply({ ...outside.app.deps, owned: new Map() }, told)).toBe('held');
    expect(await stateOf(outside, meeting)).toMatchObject({ status: 'sent', place: { root: second } });
  });

  it('says which of two questions it is that nobody knows about', async () => {
    const outside = new OneApp();
    await outside.installed();
    outside.channel.onCreate = () => 'lostAfter';
    const meeting = await outside.put('Første?', 'Anden?', 'Tredje?');
    outside.channel.onCreate = () => undefined;
    const root = outside.channel.messages.find(({ content }) => content.summary.includes('Anden?'))?.root ?? '';
    await outside.app.handle(outside.reply(root, mention));
    expect(await stateOf(outside, meeting)).toMatchObject({ status: 'sent', place: { root } });
    expect((await outside.post(meeting))?.state).toEqual({ status: 'unknown' });
  });
});
