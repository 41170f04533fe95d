import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import { DEFAULT_SWITCHES, type Switches } from '../../infra/local/teams/world.ts';
import { Driver, type SeenMessage } from '../support/driver.ts';

/** Each way in which documents disagree about Teams, by itself and all at once. */
const readings: readonly (readonly [string, Partial<Switches>])[] = [
  ['as documented', {}],
  ['edits and deletions are not told', { edits: false }],
  ['edits come without text', { editText: false }],
  ['a press of the card is brought again under a new id', { presses: false }],
  ['replies name their root in replyToId', { replyToId: true }],
  ['replies name their root in channelData.thread.id', { threadId: true }],
  ['meeting events in Pascal case', { meetingPayload: 'pascal' }],
  [
    'all of it at once',
    {
      ...{ edits: false, editText: false, presses: false, replyToId: true, threadId: true },
      ...{ meetingPayload: 'pascal', privateChannels: true },
    },
  ],
];

let driver: Driver;
/** Whether the last item may have been left open, so that the next one could not be opened. */
let isSpoiled = false;
beforeAll(async () => {
  driver = await Driver.start();
});
afterEach(({ task }) => {
  isSpoiled = task.result?.state === 'fail';
});
afterAll(() => driver.stop());

describe.each(readings)('a whole item where %s', (_, switches) => {
  const told = { ...DEFAULT_SWITCHES, ...switches };
  beforeAll(async () => {
    // An installation is told in one way, but for the channels that are listed then. All else may change while the app runs.
    if (told.privateChannels || isSpoiled) {
      await driver.stop();
      driver = await Driver.start({ teams: { switches } });
    }
    await driver.local.teams.settled();
    Object.assign(driver.local.teams.switches, told);
  });

  it('goes from the first question to the digest with answers from thread, card and panel', async () => {
    const { meeting: teamsMeeting } = await driver.state();
    const earlier = await driver.channel();
    await driver.teams('POST', 'meeting/start', { as: 'formand' });
    const meeting = await driver.open(['3/1', '3/2'], { teamsMeeting: teamsMeeting.id });
    await driver.put(meeting, '3/1');
    await driver.sees('amr', ({ item }) => item?.id === meeting && item.round?.post.status === 'sent');
    const question = await driver.thread();
    expect(JSON.stringify(question.cards)).toContain('styrke den gode velkomst');

    const edited = await driver.reply('amr', question.root, 'Vi mangler en fast makker');
    await driver.reply('medlem1', question.root, 'Det går for stærkt den første dag');
    const regretted = await driver.reply('medlem2', question.root, 'Det fortryder jeg');
    await driver.answer('naestformand', meeting, 'r001', 'Fra panelet');
    await driver.teams('POST', `cards/${question.id}/execute`, {
      as: 'medlem2',
      verb: 'answer',
      data: { answer: 'Fra kortet' },
    });
    await driver.teams('PUT', `messages/${edited.id}`, { as: 'amr', text: 'Vi mangler en makker den første uge' });
    await driver.teams('DELETE', `messages/${regretted.id}?as=medlem2`);

    // An edit whose words are not told withdraws those that are known: nobody stands by them any more.
    const withdrawn = told.edits && !told.editText;
    const changed = withdrawn ? '' : 'Vi mangler en makker den første uge';
    const expected = [
      told.edits ? changed : 'Vi mangler en fast makker',
      'Det går for stærkt den første dag',
      ...(told.edits ? [] : ['Det fortryder jeg']),
      'Fra kortet',
      'Fra panelet',
    ].sort();
    const { item } = await driver.sees('amr', (view) => {
      const texts = view.item?.round?.answers.map(({ text }) => text ?? '').sort();
      return JSON.stringify(texts) === JSON.stringify(expected);
    });
    expect(item?.round?.answers.filter(({ mine }) => mine).map(({ name }) => name)).toEqual(['Anna Holm']);
    // The bot shows in the thread what was answered elsewhere.
    const before = new Set(earlier.map(({ id }) => id));
    const isEcho = ({ id, onBehalfOf }: SeenMessage): boolean => onBehalfOf !== null && !before.has(id);
    const now = await driver.channelHas((messages) => messages.filter(isEcho).length === 2);
    expect(now.filter(isEcho).map(({ root }) => root)).toEqual([question.root, question.root]);

    await driver.close(meeting, 'r001');
    // Then the thread is read back: what stands in it counts, whatever was told.
    const standing = [
      'Vi mangler en makker den første uge',
      'Det går for stærkt den første dag',
      'Fra kortet',
      'Fra panelet',
    ];
    await driver.channelHas((messages) => {
      const card = JSON.stringify(messages.find(({ id }) => id === question.id)?.cards);
      return card.includes(`Der er lukket for svar. ${standing.length} svar er med.`);
    });
    await driver.ask('formand', 'POST', addresses.skips(meeting), {
      command: 'skip-it-0001',
      question: '3/2',
      skipped: true,
    });
    await driver.teams('POST', 'meeting/end', { as: 'formand' });
    const ended = await driver.sees('amr', ({ item }) => item?.id === meeting && item.digest?.status === 'sent');
    expect(ended.item?.status).toBe('ended');
    const digest = await driver.thread();
    const all = await driver.channelHas((messages) =>
      JSON.stringify(messages.find(({ id }) => id === digest.id)).includes(`Alle ${standing.length} svar er med`),
    );
    const text = JSON.stringify(all.find(({ id }) => id === digest.id)?.cards);
    for (const answer of standing) expect(text).toContain(answer);
    expect(text).not.toContain('Det fortryder jeg');
    expect(text).toContain('Sprunget over');
    expect(digest.root).not.toBe(question.root);
  });
});
