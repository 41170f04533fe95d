import { describe, expect, it } from 'vitest';
import { instantOf, plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { ReplyFound } from '#dialogue/readBack';
import { botText } from '#render/botText';
import { eraseAnswer } from './eraseMine.ts';
import { lead } from './lead.ts';
import { PermissionMissing, Unavailable } from './ports.ts';
import { readBack } from './readBack.ts';
import { settleDue } from './settleDue.ts';
import { settlePost } from './settlePost.ts';
import { asked } from './testing/asked.ts';
import { LEAD, OneApp } from './testing/oneApp.ts';

const text = botText('da');
const MINUTE = 60_000;
const anna = { person: 'p-anna', name: 'Anna' };

/** A reply that stands in the thread. */
const standing = (outside: OneApp, words: string, more: Partial<ReplyFound> = {}): ReplyFound => {
  const message = outside.channel.nextId();
  return { message, author: anna, text: words, changedAt: instantOf(Number(message)), ...more };
};

const stand = (outside: OneApp, root: string, ...replies: readonly ReplyFound[]): void => {
  outside.threads = new Map([[root, replies]]);
};

const say = async (outside: OneApp, { id }: Meeting, type: 'closeRound' | 'endMeeting'): Promise<void> => {
  const wish = type === 'closeRound' ? { type, round: 'r001' } : ({ type, cause: 'facilitator' } as const);
  await lead(outside.app.deps, id, { ...wish, id: `command-${type}`, at: outside.now(), by: LEAD });
  await outside.clock.advance(5_000);
};

const wordsOf = async (outside: OneApp, { id }: Meeting) =>
  (await outside.store.readAllRounds(id)).answers.map(({ life, text: words }) => [life, words]);

const statusOf = async (outside: OneApp, { id }: Meeting) =>
  (await outside.store.readAllRounds(id)).readBacks.map(({ status }) => status);

/** What is written down to be read back within so many milliseconds. */
const readBacks = async (outside: OneApp, within: number) =>
  (await outside.store.listDue(plus(outside.now(), within))).dues.filter((due) => 'readBack' in due);

/** What the newest digest in the channel says. */
const digest = (outside: OneApp): string =>
  JSON.stringify(outside.channel.standing().find(({ content }) => content.summary.startsWith('Opsamling'))?.content);

describe('reading a thread back', () => {
  it('takes in, changes and takes away what nobody told of, when the round is closed', async () => {
    const { outside, meeting, root } = await asked();
    const [lost, edited, deleted] = [1, 2, 3].map((number) => standing(outside, `Svar ${number}`));
    if (lost === undefined || edited === undefined || deleted === undefined) throw new Error('not made');
    for (const { message, text: words } of [edited, deleted])
      await outside.app.handle(outside.reply(root, { message, text: words, at: instantOf(Number(message)) }));
    const now = outside.now();
    stand(
      outside,
      root,
      lost,
      { ...edited, text: 'Rettet', editedAt: plus(now, 9), changedAt: plus(now, 9) },
      { ...deleted, text: undefined, deletedAt: plus(now, 9), changedAt: plus(now, 9) },
    );
    await say(outside, meeting, 'closeRound');
    expect((await wordsOf(outside, meeting)).toSorted()).toEqual([
      ['deleted', undefined],
      ['edited', 'Rettet'],
      ['posted', 'Svar 1'],
    ]);
    expect(await statusOf(outside, meeting)).toEqual(['complete']);
    expect(JSON.stringify(outside.channel.standing().find(({ id }) => id === root)?.content)).toContain(
      text('question.closed', { count: 2 }),
    );
    expect(outside.failures).toEqual([]);
  });

  it('reads again when the item ends, and the digest says that all are in it', async () => {
    const { outside, meeting, root } = await asked();
    await say(outside, meeting, 'closeRound');
    stand(outside, root, standing(outside, 'Det kom bagefter'));
    await say(outside, meeting, 'endMeeting');
    expect(digest(outside)).toContain('Det kom bagefter');
    expect(digest(outside)).toContain(text('digest.all', { count: 1 }));
  });

  it('says in the digest that it could not look, and looks again until it could', async () => {
    const { outside, meeting, root } = await asked();
    outside.threads = new Unavailable('graph');
    await say(outside, meeting, 'endMeeting');
    expect(digest(outside)).toContain(text('digest.notRead'));
    expect(await statusOf(outside, meeting)).toEqual(['unavailable']);
    stand(outside, root, standing(outside, 'Sent set'));
    await settleDue(outside.app.deps);
    expect(await statusOf(outside, meeting)).toEqual(['unavailable']);
    await outside.clock.advance(MINUTE);
    await settleDue(outside.app.deps);
    await outside.clock.advance(5_000);
    expect(digest(outside)).toContain('Sent set');
    expect(digest(outside)).toContain(text('digest.all', { count: 1 }));
    expect(await readBacks(outside, 24 * 60 * MINUTE)).toEqual([]);
  });

  it('tries again by itself before the timer comes by', async () => {
    const { outside, meeting, root } = await asked();
    outside.threads = new Unavailable('graph');
    await say(outside, meeting, 'closeRound');
    stand(outside, root, standing(outside, 'Til sidst'));
    await outside.clock.advance(30_000);
    expect(await statusOf(outside, meeting)).toEqual(['complete']);
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'Til sidst']]);
  });

  it('tries again when the app comes back, since it may be allowed now', async () => {
    const { outside, meeting, root } = await asked();
    outside.threads = new PermissionMissing('graph');
    await say(outside, meeting, 'closeRound');
    stand(outside, root, standing(outside, 'Nu må den'));
    await outside.clock.advance(60 * MINUTE);
    expect(await statusOf(outside, meeting)).toEqual(['notAllowed']);
    await outside.installed();
    await outside.clock.advance(5_000);
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'Nu må den']]);
  });

  it('leaves the channel as it should be where a process is gone before the update', async () => {
    const { outside, meeting, root } = await asked();
    const reply = standing(outside, 'Tages tilbage');
    await outside.app.handle(outside.reply(root, { message: reply.message, text: reply.text }));
    await say(outside, meeting, 'endMeeting');
    expect(digest(outside)).toContain('Tages tilbage');
    const deletedAt = plus(outside.now(), 9);
    stand(outside, root, { ...reply, text: undefined, deletedAt, changedAt: deletedAt });
    await outside.store.addDue({ at: outside.now(), readBack: { meeting: meeting.id, round: 'r001', tries: 0 } });
    let isGone = false;
    const dying = outside.instance({
      after: (name) => {
        isGone ||= name === 'mergeAnswer';
        return isGone ? Promise.reject(new Error('gone')) : Promise.resolve();
      },
    });
    await settleDue(dying.deps);
    expect(isGone).toBe(true);
    await settleDue(outside.app.deps);
    await outside.clock.advance(5_000);
    expect(digest(outside)).not.toContain('Tages tilbage');
  });

  it('reads again where Teams tells of a change to a late reply without its words', async () => {
    const { outside, meeting, root } = await asked();
    await say(outside, meeting, 'closeRound');
    const reply = standing(outside, 'Sent');
    await outside.app.handle(outside.reply(root, { message: reply.message, text: 'Sent' }));
    const editedAt = plus(outside.now(), 9);
    stand(outside, root, { ...reply, text: 'Sent og rettet', editedAt, changedAt: editedAt });
    const change = { message: reply.message, life: 'textMissing', text: undefined, at: editedAt } as const;
    await outside.app.handle(outside.reply(root, change));
    await outside.clock.advance(5_000);
    expect(await wordsOf(outside, meeting)).toEqual([['edited', 'Sent og rettet']]);
  });

  it('reads nothing any more where the team’s channel is not to be read by now', async () => {
    const { outside, meeting, root } = await asked();
    outside.threads = new Unavailable('graph');
    await say(outside, meeting, 'endMeeting');
    stand(outside, root, standing(outside, 'Ikke til os'));
    const { deps } = outside.instance();
    const due = await readBacks(outside, 24 * 60 * MINUTE);
    expect(due).toHaveLength(1);
    for (const one of due) await readBack({ ...deps, channelReading: 'off' }, one);
    expect(await wordsOf(outside, meeting)).toEqual([]);
    expect(await readBacks(outside, 24 * 60 * MINUTE)).toEqual([]);
  });

  it('gives up after a while, and says so', async () => {
    const { outside, meeting } = await asked();
    outside.threads = new Unavailable('graph', undefined, 17 * MINUTE);
    await say(outside, meeting, 'endMeeting');
    // As long as it was asked to wait.
    expect(await readBacks(outside, 16 * MINUTE)).toEqual([]);
    expect(await readBacks(outside, 17 * MINUTE)).toHaveLength(1);
    for (let tries = 0; tries < 4; tries += 1) {
      await outside.clock.advance(61 * MINUTE);
      await settleDue(outside.app.deps);
    }
    await outside.clock.advance(5_000);
    expect(await readBacks(outside, 24 * 60 * MINUTE)).toEqual([]);
    expect(digest(outside)).toContain(text('digest.notRead'));
  });

  it('does not ask again where the team has not allowed it', async () => {
    const { outside, meeting } = await asked();
    outside.threads = new PermissionMissing('graph');
    await say(outside, meeting, 'endMeeting');
    expect(await statusOf(outside, meeting)).toEqual(['notAllowed']);
    expect(digest(outside)).toContain(text('digest.notRead'));
    expect(await readBacks(outside, 24 * 60 * MINUTE)).toEqual([]);
  });

  it('reads a thread that is found after its round was closed', async () => {
    const outside = new OneApp();
    await outside.installed();
    outside.channel.mishaps.push('lostAfter');
    const meeting = await outside.put('Hvad nu?');
    await say(outside, meeting, 'closeRound');
    const message = outside.channel.standing().at(-1);
    if (message === undefined) throw new Error('the question is not there');
    expect(await statusOf(outside, meeting)).toEqual([]);
    stand(outside, message.id, standing(outside, 'Fundet'));
    const link = `https://teams.microsoft.com/l/message/${meeting.committee}/${message.id}?parentMessageId=${message.id}`;
    await settlePost(outside.app.deps, meeting.id, 'r001!p!q', { saw: 'there', link });
    await outside.clock.advance(5_000);
    await settleDue(outside.app.deps);
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'Fundet']]);
    expect(await statusOf(outside, meeting)).toEqual(['complete']);
  });

  it('never brings back what somebody has erased here', async () => {
    const { outside, meeting, root } = await asked();
    const reply = standing(outside, 'Det fortryder jeg');
    await outside.app.handle(outside.reply(root, { message: reply.message, text: reply.text }));
    const at = { meeting: meeting.id, round: 'r001', key: `t${reply.message}` };
    await eraseAnswer(outside.app.deps, at, { id: 'command-erase', at: outside.now(), by: anna });
    stand(outside, root, { ...reply, editedAt: plus(outside.now(), MINUTE), changedAt: plus(outside.now(), MINUTE) });
    await say(outside, meeting, 'endMeeting');
    expect(await wordsOf(outside, meeting)).toEqual([['forgotten', undefined]]);
    expect(digest(outside)).toContain(text('digest.all', { count: 0 }));
  });

  it('takes no command to the bot for an answer', async () => {
    const { outside, meeting, root } = await asked();
    const [command, answer] = ['opsamling', 'opsamling er godt'].map((words) =>
      standing(outside, words, { mention: words }),
    );
    if (command === undefined || answer === undefined) throw new Error('not made');
    stand(outside, root, command, answer);
    await say(outside, meeting, 'closeRound');
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'opsamling er godt']]);
  });
});
