import { describe, expect, it } from 'vitest';
import { instantOf, plus } from '#dialogue/instant';
import type { Meeting } from '#dialogue/meeting';
import type { ReplyFound } from '#dialogue/readBack';
import { lead } from './lead.ts';
import { settleDue } from './settleDue.ts';
import { asked } from './testing/asked.ts';
import { LEAD, type OneApp } from './testing/oneApp.ts';

const anna = { person: 'p-anna', name: 'Anna' };

const standing = (outside: OneApp, words: string): ReplyFound => {
  const message = outside.channel.nextId();
  return { message, author: anna, text: words, changedAt: instantOf(Number(message)) };
};

async function close(outside: OneApp, { id }: Meeting): Promise<void> {
  const command = { type: 'closeRound', round: 'r001', id: 'command-close', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, id, command);
  await outside.clock.advance(5_000);
}

async function end(outside: OneApp, { id }: Meeting): Promise<void> {
  const command = { type: 'endMeeting', cause: 'facilitator', id: 'command-end', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, id, command);
  await outside.clock.advance(5_000);
}

/** Somebody deletes the question in the channel. */
function deleteIn(outside: OneApp, root: string): void {
  for (const message of outside.channel.messages) message.deleted ||= message.id === root;
}

const kept = async (outside: OneApp, { id }: Meeting) => {
  const { answers, readBacks } = await outside.store.readAllRounds(id);
  return { words: answers.map(({ text }) => text), readBacks: readBacks.map(({ status }) => status) };
};

describe('the threads that are read back', () => {
  it('are those whose first message was deleted, too: the replies under it stay', async () => {
    const { outside, meeting, root } = await asked();
    deleteIn(outside, root);
    await close(outside, meeting);
    expect((await outside.post(meeting))?.state.status).toBe('gone');
    outside.threads = new Map([[root, [standing(outside, 'Står der endnu')]]]);
    await end(outside, meeting);
    expect(await kept(outside, meeting)).toEqual({ words: ['Står der endnu'], readBacks: ['complete'] });
  });

  it('have nothing in them where such a message is gone for good, and are not known where one that stands is not found', async () => {
    for (const [isDeleted, status] of [
      [true, 'complete'],
      [false, 'unavailable'],
    ] as const) {
      const { outside, meeting, root } = await asked();
      if (isDeleted) deleteIn(outside, root);
      await close(outside, meeting);
      outside.threads = new Map([[root, 'missing']]);
      await end(outside, meeting);
      expect(await kept(outside, meeting)).toEqual({ words: [], readBacks: [status] });
    }
  });

  it('give what could be made out, and are read again for the rest', async () => {
    const { outside, meeting, root } = await asked();
    const [one, other] = [standing(outside, 'Ja'), standing(outside, 'Nej')];
    outside.threads = new Map([[root, { replies: [one], isWhole: false }]]);
    await close(outside, meeting);
    expect(await kept(outside, meeting)).toEqual({ words: ['Ja'], readBacks: ['unavailable'] });
    outside.threads = new Map([[root, [one, other]]]);
    await outside.clock.advance(60_000);
    await settleDue(outside.app.deps);
    expect(await kept(outside, meeting)).toEqual({ words: ['Ja', 'Nej'], readBacks: ['complete'] });
  });

  it('are read until it is known that a reply which was deleted a moment ago stands there again', async () => {
    const { outside, meeting, root } = await asked();
    const reply = standing(outside, 'Slettet og straks fortrudt');
    await outside.clock.advance(60_000);
    const [message, at] = [reply.message, outside.now()];
    await outside.app.handle(outside.reply(root, { message, text: reply.text, at: instantOf(Number(message)) }));
    await outside.app.handle(outside.reply(root, { message, life: 'deleted', text: undefined, at }));
    outside.threads = new Map([[root, [{ ...reply, changedAt: plus(at, 2_000) }]]]);
    await close(outside, meeting);
    expect(await kept(outside, meeting)).toEqual({ words: [undefined], readBacks: ['unavailable'] });
    for (let minutes = 0; minutes < 15; minutes += 5) {
      await outside.clock.advance(5 * 60_000);
      await settleDue(outside.app.deps);
    }
    expect(await kept(outside, meeting)).toEqual({ words: [reply.text], readBacks: ['complete'] });
  });

  it('leave nothing behind where their item is deleted while Teams is asked', async () => {
    const { outside, meeting, root } = await asked();
    outside.threads = new Map([[root, [standing(outside, 'For sent')]]]);
    let isErased = false;
    const dying = outside.instance({
      after: async (name) => {
        if (name !== 'read' || isErased) return;
        isErased = true;
        await outside.store.eraseMeeting(meeting, outside.now());
      },
    });
    const command = { type: 'closeRound', round: 'r001', id: 'command-close', at: outside.now(), by: LEAD } as const;
    await lead(dying.deps, meeting.id, command);
    await outside.clock.advance(5_000);
    expect(isErased).toBe(true);
    expect(JSON.stringify(outside.tables.rows())).not.toContain('For sent');
  });
});
