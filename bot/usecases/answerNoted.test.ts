import { expect, it } from 'vitest';
import { lead } from './lead.ts';
import { LEAD, OneApp } from './testing/oneApp.ts';

// The bar of the card that follows its answers: 100 that come within ten seconds are at most six updates of it.
it.each([
  ['the question’s card, after it was closed', 'closeRound'],
  ['the question’s card and the digest, after the item has ended', 'endMeeting'],
] as const)('has %s follow 100 answers in ten seconds with six updates at most', async (_, type) => {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  const root = outside.channel.standing().at(-1)?.root ?? '';
  const wish = type === 'closeRound' ? { type, round: 'r001' } : ({ type, cause: 'facilitator' } as const);
  await lead(outside.app.deps, meeting.id, { ...wish, id: 'command-over', at: outside.now(), by: LEAD });
  await outside.clock.advance(30_000);
  const updates = new Map<string, number>();
  const { channel } = outside;
  const update = channel.update.bind(channel);
  channel.update = (at, id, content) => {
    updates.set(id, (updates.get(id) ?? 0) + 1);
    return update(at, id, content);
  };
  const processes = [outside.instance(), outside.instance()];
  for (let number = 1; number <= 100; number += 1) {
    await processes[number % 2]?.handle(outside.reply(root, { text: `Svar ${number}` }));
    await outside.clock.advance(100);
  }
  await outside.clock.advance(30_000);
  expect(updates.size).toBe(type === 'closeRound' ? 1 : 2);
  for (const count of updates.values()) expect(count).toBeLessThanOrEqual(6);
  const cards = JSON.stringify(channel.standing().map(({ content }) => content.card));
  expect(cards).toContain('100 svar');
  if (type === 'endMeeting') expect(cards).toContain('Svar 100');
});
