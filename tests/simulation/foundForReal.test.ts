import { expect, it } from 'vitest';
import { lead } from '#usecases/lead';
import { settleDue } from '#usecases/settleDue';
import { COMMITTEE, LEAD, OneApp } from '#usecases/testing/oneApp';
import type { Around } from './ports.ts';

// What real processes that were killed have shown, each in the fewest steps that show it.

/** A question that is put, and the message that it is. */
async function begin() {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  // The first message is the welcome.
  const root = outside.channel.messages[1]?.root ?? '';
  const endItem = async (): Promise<void> => {
    const command = { id: 'end', at: outside.now(), by: LEAD, cause: 'facilitator' } as const;
    await lead(outside.app.deps, meeting.id, { type: 'endMeeting', ...command });
    await outside.clock.settle();
  };
  const digest = (): string =>
    JSON.stringify(outside.channel.standing().filter(({ content }) => content.summary.startsWith('Opsamling')));
  return { outside, root, endItem, digest };
}

/** A process that is gone when it has stored an answer. `meanwhile`: what another does just before that. */
const goneAfterAnAnswer = (meanwhile: () => Promise<unknown> = () => Promise.resolve()): Around => ({
  before: async (name) => {
    if (name === 'mergeAnswer') await meanwhile();
  },
  after: (name) => (name === 'mergeAnswer' ? new Promise(() => undefined) : Promise.resolve()),
});

it('an answer is in the digest that was stored by a process which did not know yet that the item had ended, and was gone then', async () => {
  const { outside, root, endItem, digest } = await begin();
  const gone = outside.instance(goneAfterAnAnswer());
  await gone.deps.snapshots.current(COMMITTEE);
  await endItem();
  void gone.handle(outside.reply(root, { text: 'Lige efter' }));
  await outside.clock.settle();
  expect(digest()).not.toContain('Lige efter');
  await outside.clock.advance(60_000);
  await settleDue(outside.app.deps);
  await outside.clock.advance(10_000);
  expect(digest()).toContain('Lige efter');
});

it('an answer is in the digest though the timer came by before it was stored, and its process was gone then', async () => {
  const { outside, root, endItem, digest } = await begin();
  await endItem();
  // All that the end has made necessary is done, and in the channel.
  for (let minute = 0; minute < 4; minute += 1) {
    await outside.clock.advance(60_000);
    await settleDue(outside.app.deps);
  }
  const gone = outside.instance(goneAfterAnAnswer(() => settleDue(outside.app.deps)));
  void gone.handle(outside.reply(root, { text: 'Lige før' }));
  await outside.clock.advance(60_000);
  await settleDue(outside.app.deps);
  await outside.clock.advance(10_000);
  expect(digest()).toContain('Lige før');
});
