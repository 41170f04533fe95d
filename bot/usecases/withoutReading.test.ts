import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import { aheadPostKey } from '#dialogue/post';
import { compositionOf } from './composition.ts';
import { createHandleEvent } from './handleEvent.ts';
import type { Mentioned, ReplySeen } from './inboundEvents.ts';
import { lead } from './lead.ts';
import { prepared } from './testing/items.ts';
import { asks, dialogue, wordsOf } from './testing/mentions.ts';
import { LEAD, type OneApp } from './testing/oneApp.ts';

/** Tells a process that is set up for the package without channel reading, whatever form the team has. */
async function tell(outside: OneApp, event: Mentioned | ReplySeen): Promise<void> {
  await createHandleEvent({ ...outside.app.deps, channelReading: 'off', owned: new Map() })(event);
  await outside.clock.settle();
}

describe('an app that says that only what mentions it reaches it', () => {
  it('takes no reply that does not, though a team with the other form of the package sends it', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    const reply = outside.reply(root, { text: 'Uden at nævne' });
    await tell(outside, reply);
    await tell(outside, { ...reply, life: 'edited', text: 'Rettet', at: instantOf(Number(reply.message) + 1) });
    await tell(outside, asks(outside, root, 'Og så siger jeg det'));
    expect(await wordsOf(outside, meeting)).toEqual([['posted', 'Og så siger jeg det']]);
  });

  it.each([
    ['edited', 'Uden at nævne', ['edited', 'Uden at nævne']],
    ['deleted', undefined, ['deleted', undefined]],
  ] as const)('follows an answer that is %s, though what Teams tells then has no mention', async (life, text, now) => {
    const { outside, meeting, root } = await dialogue('Første?');
    const answer = asks(outside, root, 'Mere ro');
    await tell(outside, answer);
    const at = instantOf(Number(answer.message) + 1);
    await tell(outside, { ...answer, life, text, mention: undefined, at });
    expect(await wordsOf(outside, meeting)).toEqual([now]);
  });

  it('holds no reply that does not, while a question is on its way', async () => {
    const { outside, meeting, root } = await dialogue('Første?');
    const { committee } = outside.reply(root);
    const next = { table: 'Meetings', partition: meeting.id, key: 'r002!p!q' } as const;
    await outside.store.announce(committee, next, instantOf(Number(root)));
    const other = String(Number(root) + 5);
    await tell(outside, outside.reply(other, { text: 'Uden at nævne' }));
    await tell(outside, asks(outside, other, 'Med'));
    const held = await outside.store.listHeld(committee, other);
    expect(held.map(({ reply }) => reply.text)).toEqual(['Med']);
  });
});

it('says on what is sent out beforehand that it has to be mentioned there', async () => {
  const { outside, id } = await prepared();
  const { deps } = outside.app;
  await lead(deps, id, { type: 'sendAhead', question: '1/1', id: 'ahead-1', at: outside.now(), by: LEAD });
  await outside.clock.advance(5_000);
  const ref = { table: 'Meetings', partition: id, key: aheadPostKey('r001') } as const;
  const post = (await outside.store.readPost(ref))?.value ?? expect.fail('nothing was sent out');
  const said = async (channelReading: 'on' | 'off') =>
    JSON.stringify(await compositionOf({ ...deps, channelReading }, ref, post));
  expect(await said('off')).toContain('Nævn @MED-dialog i det, du skriver; så kommer det med');
  expect(await said('on')).not.toContain('@MED-dialog');
});
