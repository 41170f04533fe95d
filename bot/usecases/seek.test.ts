import { describe, expect, it } from 'vitest';
import { echoPostKey, type PostRef } from '#dialogue/post';
import { eraseAnswer } from './eraseMine.ts';
import { settleDue } from './settleDue.ts';
import { settlePost } from './settlePost.ts';
import { OneApp } from './testing/oneApp.ts';

const MINUTE = 60_000;
const anna = { person: 'p-anna', name: 'Anna' };
const ALL = (): boolean => true;

async function installed(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  return outside;
}

/** A question of which nobody knows whether it came. */
async function lost(how: 'lostAfter' | 'lostBefore' | 'unanswered', lists: OneApp['lists'] = ALL) {
  const outside = await installed();
  outside.lists = lists;
  outside.channel.mishaps.push(how);
  const meeting = await outside.put('Hvad nu?');
  return { outside, meeting };
}

const questions = (outside: OneApp): number =>
  outside.channel.standing().filter(({ content }) => content.summary.includes('Hvad nu?')).length;

const statusOf = async (outside: OneApp, ref: PostRef) => (await outside.store.readPost(ref))?.value.state.status;
const question = (meeting: { id: string }): PostRef => ({ table: 'Meetings', partition: meeting.id, key: 'r001!p!q' });

describe('a post of which nobody knows whether it came', () => {
  it('is found by what its card says, and what is written under it counts', async () => {
    const { outside, meeting } = await lost('lostAfter');
    expect(await statusOf(outside, question(meeting))).toBe('unknown');
    const root = outside.channel.standing().at(-1)?.id ?? '';
    await outside.app.handle(outside.reply(root, { text: 'Ja' }));
    await outside.clock.advance(30_000);
    expect(await statusOf(outside, question(meeting))).toBe('sent');
    expect((await outside.store.readAllRounds(meeting.id)).answers.map(({ text }) => text)).toEqual(['Ja']);
    expect(questions(outside)).toBe(1);
    expect(outside.failures).toEqual([]);
  });

  it('is sent again, once, when it was not there for long enough', async () => {
    const { outside, meeting } = await lost('lostBefore');
    await outside.clock.advance(3 * MINUTE);
    expect([await statusOf(outside, question(meeting)), questions(outside)]).toEqual(['unknown', 0]);
    await outside.clock.advance(2 * MINUTE);
    expect([await statusOf(outside, question(meeting)), questions(outside)]).toEqual(['sent', 1]);
    await outside.clock.advance(60 * MINUTE);
    expect(questions(outside)).toBe(1);
  });

  it('is found where a list lags behind, and not sent again', async () => {
    let asks = 0;
    const { outside, meeting } = await lost('lostAfter', () => (asks += 1) > 1);
    await outside.clock.advance(2 * MINUTE);
    expect([await statusOf(outside, question(meeting)), questions(outside)]).toEqual(['sent', 1]);
  });

  it.each(['notAllowed', 'unavailable'] as const)('is never sent again where the lists are %s', async (lists) => {
    const { outside, meeting } = await lost('lostBefore', lists);
    for (let hours = 0; hours < 3; hours += 1) {
      await outside.clock.advance(60 * MINUTE);
      await settleDue(outside.app.deps);
    }
    expect([await statusOf(outside, question(meeting)), questions(outside)]).toEqual(['unknown', 0]);
  });

  it('is looked for by the timer where nobody waits for it any more', async () => {
    const { outside, meeting } = await lost('lostAfter', 'unavailable');
    await outside.clock.advance(14 * MINUTE);
    outside.lists = ALL;
    const other = outside.instance();
    await settleDue(other.deps);
    expect(await statusOf(outside, question(meeting))).toBe('unknown');
    await outside.clock.advance(2 * MINUTE);
    expect(await statusOf(outside, question(meeting))).toBe('unknown');
    await settleDue(other.deps);
    await outside.clock.advance(1_000);
    expect([await statusOf(outside, question(meeting)), questions(outside)]).toEqual(['sent', 1]);
  });

  it('is found, and not sent again, where the app was away for days before it was given up', async () => {
    const { outside, meeting } = await lost('unanswered');
    expect(await statusOf(outside, question(meeting))).toBe('sending');
    await outside.clock.advance(3 * 24 * 60 * MINUTE);
    const other = outside.instance();
    for (let minutes = 0; minutes < 10; minutes += 1) {
      await settleDue(other.deps);
      await outside.clock.advance(MINUTE);
    }
    expect([await statusOf(outside, question(meeting)), questions(outside)]).toEqual(['sent', 1]);
  });
});

describe('an echo of which nobody knows whether it came', () => {
  const write = (outside: OneApp, meeting: string, words: string, more: object = {}) => {
    const made = { id: 'command-write', at: outside.now(), by: anna, ...more };
    return outside.write({ meeting, round: 'r001' }, made, words);
  };
  const echo = (meeting: { id: string }, person = anna.person): PostRef => ({
    ...question(meeting),
    key: echoPostKey('r001', person),
  });
  const echoes = (outside: OneApp, words: string): number =>
    outside.channel.standing().filter(({ content }) => content.text?.includes(words)).length;

  async function said(how: 'lostAfter' | 'lostBefore') {
    const outside = await installed();
    outside.lists = ALL;
    const meeting = await outside.put('Hvad nu?');
    outside.channel.mishaps.push(how);
    await write(outside, meeting.id, 'Mere tid');
    await outside.clock.advance(1_000);
    expect(await statusOf(outside, echo(meeting))).toBe('unknown');
    return { outside, meeting };
  }

  it('is found by its words, also where somebody else’s stands there', async () => {
    const { outside, meeting } = await said('lostAfter');
    await write(outside, meeting.id, 'Andre ord', { id: 'command-other', by: { person: 'p-bo', name: 'Bo' } });
    await outside.clock.advance(30_000);
    expect(await statusOf(outside, echo(meeting))).toBe('sent');
    expect([echoes(outside, 'Mere tid'), echoes(outside, 'Andre ord')]).toEqual([1, 1]);
  });

  it('is found though it was written anew since, and then shows the new words', async () => {
    const { outside, meeting } = await said('lostAfter');
    await write(outside, meeting.id, 'Meget mere tid', { id: 'command-again', over: 1 });
    await outside.clock.advance(30_000);
    expect(await statusOf(outside, echo(meeting))).toBe('sent');
    expect([echoes(outside, ' mere tid'), echoes(outside, 'Meget mere tid')]).toEqual([1, 1]);
  });

  it('is sent again when it is not there, once', async () => {
    const { outside, meeting } = await said('lostBefore');
    await outside.clock.advance(5 * MINUTE);
    expect([await statusOf(outside, echo(meeting)), echoes(outside, 'Mere tid')]).toEqual(['sent', 1]);
  });

  it('is deleted where its answer was deleted before anybody knew', async () => {
    const { outside, meeting } = await said('lostAfter');
    const other = { id: 'command-other', by: { person: 'p-bo', name: 'Bo' } };
    outside.channel.mishaps.push('lostAfter');
    await write(outside, meeting.id, 'Andre ord', other);
    await outside.clock.advance(1_000);
    const at = { meeting: meeting.id, round: 'r001', key: `m${anna.person}` };
    await eraseAnswer(outside.app.deps, at, { id: 'command-erase', at: outside.now(), by: anna });
    expect(echoes(outside, 'Mere tid')).toBe(1);
    await outside.clock.advance(2 * MINUTE);
    expect([echoes(outside, 'Mere tid'), echoes(outside, 'Andre ord')]).toEqual([0, 1]);
    expect(outside.failures).toEqual([]);
  });

  /** Two echoes stand there, and Teams lists the words of some otherwise than they were sent. */
  async function garbled(...which: readonly string[]) {
    const { outside, meeting } = await said('lostAfter');
    outside.channel.mishaps.push('lostAfter');
    await write(outside, meeting.id, 'Andre ord', { id: 'command-other', by: { person: 'p-bo', name: 'Bo' } });
    for (const message of outside.channel.standing())
      if (which.some((words) => message.content.text?.includes(words)))
        message.content = { ...message.content, text: `${message.content.text} (:-)` };
    await outside.clock.advance(2 * MINUTE);
    return { outside, meeting };
  }

  it('is in the end the one that is left over, where Teams lists its words otherwise', async () => {
    const { outside, meeting } = await garbled('Mere tid');
    expect([await statusOf(outside, echo(meeting)), await statusOf(outside, echo(meeting, 'p-bo'))]).toEqual([
      'unknown',
      'sent',
    ]);
    await outside.clock.advance(3 * MINUTE);
    expect(await statusOf(outside, echo(meeting))).toBe('sent');
    expect([echoes(outside, 'Mere tid'), echoes(outside, '(:-)')]).toEqual([1, 0]);
  });

  it('is not taken for another whose words nobody finds', async () => {
    const { outside, meeting } = await garbled('Mere tid', 'Andre ord');
    const at = { meeting: meeting.id, round: 'r001', key: `m${anna.person}` };
    await eraseAnswer(outside.app.deps, at, { id: 'command-erase', at: outside.now(), by: anna });
    await outside.clock.advance(60 * MINUTE);
    expect([echoes(outside, 'Mere tid'), echoes(outside, 'Andre ord')]).toEqual([1, 1]);
  });
});

it('a question that was given up is deleted where it turns up', async () => {
  const { outside, meeting } = await lost('lostAfter', 'unavailable');
  await settlePost(outside.app.deps, meeting.id, 'r001!p!q', { saw: 'givenUp' });
  await outside.clock.advance(1_000);
  expect(questions(outside)).toBe(1);
  outside.lists = ALL;
  await outside.clock.advance(2 * MINUTE);
  expect(questions(outside)).toBe(0);
});
