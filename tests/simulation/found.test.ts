import { describe, expect, it } from 'vitest';
import { threadLink } from '#dialogue/link';
import { echoPostKey, questionPostKey } from '#dialogue/post';
import { deleteAnswer, writeAnswer } from '#usecases/ownAnswers';
import type { Instance } from './instance.ts';
import { settlePost } from '#usecases/settlePost';
import { COMMITTEE, OneApp, TENANT } from '#usecases/testing/oneApp';

const ANNA = { person: 'p-anna', name: 'Anna' };
const ECHO = echoPostKey('r001', ANNA.person);

/** What the soup found, each in the fewest steps that show it. */
describe('two questions on their way at once', () => {
  it('keep their own messages and replies, where only the second is known to have come', async () => {
    const outside = new OneApp();
    await outside.installed();
    outside.channel.mishaps.push('lostAfter', 'deferred');
    const meeting = await outside.put('Første?', 'Andet?');
    // The first message is the welcome.
    const root = outside.channel.messages[1]?.root ?? '';
    await outside.app.handle(outside.reply(root, { text: 'svar på det første' }));
    await outside.clock.advance(10_000);
    const [, ...summaries] = outside.channel.standing().map(({ content }) => content.summary);
    expect(summaries).toEqual(['Nyt spørgsmål: Første?', 'Nyt spørgsmål: Andet?']);
    const link = threadLink({ committee: COMMITTEE, root, tenant: TENANT, group: 'group' });
    await settlePost(outside.app.deps, meeting.id, questionPostKey('r001'), { saw: 'there', link });
    await outside.clock.advance(10_000);
    const { answers } = await outside.store.readAllRounds(meeting.id);
    expect(answers.map(({ round, text }) => [round, text])).toEqual([['r001', 'svar på det første']]);
  });
});

describe('an echo', () => {
  /** An item whose question is put, and what Anna can do to her answer. */
  async function begin() {
    const outside = new OneApp();
    await outside.installed();
    const meeting = await outside.put('Hvad nu?');
    const at = { meeting: meeting.id, round: 'r001' };
    let [wishes, over] = [0, 0];
    const wish = () => ({ id: `anna-${(wishes += 1)}`, at: outside.now(), by: ANNA, mri: '29:anna' });
    const write = async (text: string, { deps }: Instance = outside.app): Promise<void> => {
      over = (await writeAnswer(deps, at, { ...wish(), from: 'panel', over }, text)).answer.revision;
    };
    const remove = async ({ deps }: Instance = outside.app): Promise<void> => {
      await deleteAnswer(deps, at, wish());
      over = 0;
    };
    const shown = (): readonly string[] =>
      outside.channel
        .standing()
        .filter(({ content }) => content.onBehalfOf !== undefined)
        .map(({ content }) => JSON.stringify(content));
    return { outside, meeting, write, remove, shown };
  }

  it('that may stand in the thread gets no second one beside it when its answer is written anew', async () => {
    const { outside, meeting, write, remove, shown } = await begin();
    outside.channel.mishaps.push('lostAfter');
    await write('først');
    await outside.clock.advance(1_000);
    await remove();
    await outside.clock.advance(1_000);
    await write('så');
    await outside.clock.advance(60_000);
    expect(shown()).toHaveLength(1);
    expect((await outside.post(meeting, ECHO))?.state).toEqual({ status: 'unknown' });
  });

  it('shows the words that stand where an update was done without anybody hearing of it, and was taken back', async () => {
    const { outside, write, shown } = await begin();
    await write('først');
    await outside.clock.advance(5_000);
    outside.channel.changeMishaps.push('lostAfter');
    await write('fortrudt');
    await outside.clock.advance(1_000);
    await write('først');
    await outside.clock.advance(60_000);
    expect(shown()).toEqual([expect.stringContaining('først')]);
  });

  it('shows the words that stand where a process was gone just after an update that was taken back', async () => {
    const { outside, write, shown } = await begin();
    await write('først');
    await outside.clock.advance(5_000);
    const after = (name: string): Promise<void> =>
      name === 'update' ? new Promise(() => undefined) : Promise.resolve();
    await write('fortrudt', outside.instance({ after }));
    await outside.clock.advance(1_000);
    await write('først');
    await outside.clock.advance(60_000);
    expect(shown()).toEqual([expect.stringContaining('først')]);
  });

  it('comes again where its answer is written anew while it is being deleted', async () => {
    const { outside, write, remove, shown } = await begin();
    await write('først');
    await outside.clock.advance(5_000);
    const before = (name: string): Promise<void> => (name === 'remove' ? write('så') : Promise.resolve());
    await remove(outside.instance({ before }));
    await outside.clock.advance(60_000);
    expect(shown()).toEqual([expect.stringContaining('så')]);
  });

  it('comes again where a process was gone just after deleting it, and its answer was written anew before anybody knew', async () => {
    const { outside, write, remove, shown } = await begin();
    await write('først');
    await outside.clock.advance(5_000);
    const after = (name: string): Promise<void> =>
      name === 'remove' ? new Promise(() => undefined) : Promise.resolve();
    await remove(outside.instance({ after }));
    await outside.clock.advance(1_000);
    expect(shown()).toEqual([]);
    await write('så');
    await outside.clock.advance(60_000);
    expect(shown()).toEqual([expect.stringContaining('så')]);
  });
});
