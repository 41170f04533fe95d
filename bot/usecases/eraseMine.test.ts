import { describe, expect, it } from 'vitest';
import type { Answer } from '#dialogue/answer';
import type { Meeting } from '#dialogue/meeting';
import { eraseAnswer, eraseMine } from './eraseMine.ts';
import { settleDue } from './settleDue.ts';
import { ANNA, dialogue, JENS, textsOf } from './testing/mineDialogue.ts';
import { COMMITTEE, type OneApp } from './testing/oneApp.ts';

let commands = 0;
const command = (outside: OneApp, by = ANNA) => ({ id: `erase-${(commands += 1)}`, at: outside.now(), by });

const rowOf = async (outside: OneApp, meeting: Meeting, key: string): Promise<Answer | undefined> =>
  (await outside.store.readAllRounds(meeting.id)).answers.find((answer) => answer.key === key);

/** What stands in the channel now, as one text. */
const channelOf = (outside: OneApp): string => JSON.stringify(outside.channel.standing());

describe('eraseAnswer', () => {
  it('forgets a reply for good, so that nothing Teams tells again brings it back', async () => {
    const { outside, first, reply } = await dialogue();
    const key = `t${reply.message}`;
    await eraseAnswer(outside.app.deps, { meeting: first.id, round: 'r001', key }, command(outside));
    expect(await rowOf(outside, first, key)).toMatchObject({ life: 'forgotten' });
    await outside.app.handle(reply);
    await outside.instance().handle({ ...reply, life: 'edited', text: 'Igen', at: outside.now() });
    await outside.instance().handle({ ...reply, life: 'undeleted', at: outside.now() });
    const row = await rowOf(outside, first, key);
    expect([row?.life, row?.text, row?.author]).toEqual(['forgotten', undefined, undefined]);
    await outside.clock.advance(10_000);
    expect(channelOf(outside)).not.toContain('Anna i tråden');
    expect(outside.failures).toEqual([]);
  });

  it('has the card and the digest follow, in place', async () => {
    const { outside, first, reply } = await dialogue();
    expect(channelOf(outside)).toContain('Der er lukket for svar. 3 svar er med.');
    const threads = outside.channel.standing().length;
    const at = { meeting: first.id, round: 'r001', key: `t${reply.message}` };
    await eraseAnswer(outside.app.deps, at, command(outside));
    await outside.clock.advance(10_000);
    expect(channelOf(outside)).toContain('Der er lukket for svar. 2 svar er med.');
    expect(channelOf(outside)).not.toContain('Anna i tråden');
    expect(outside.channel.standing()).toHaveLength(threads);
  });

  it('has the card follow also where the process is gone once the row is written', async () => {
    const { outside, first, reply } = await dialogue();
    let isGone = false;
    const gone = outside.instance({
      before: () => (isGone ? Promise.reject(new Error('gone')) : Promise.resolve()),
      after: (name) => {
        isGone ||= name === 'mergeAnswer';
        return Promise.resolve();
      },
    });
    const at = { meeting: first.id, round: 'r001', key: `t${reply.message}` };
    await eraseAnswer(gone.deps, at, command(outside));
    for (let times = 0; times < 3; times += 1) {
      await outside.clock.advance(60_000);
      await settleDue(outside.app.deps);
    }
    expect(isGone).toBe(true);
    expect(channelOf(outside)).toContain('Der er lukket for svar. 2 svar er med.');
  });

  it('takes the echo along with an answer from the panel', async () => {
    const { outside, first } = await dialogue();
    const at = { meeting: first.id, round: 'r001', key: 'mp-anna' };
    await eraseAnswer(outside.app.deps, at, command(outside));
    await outside.clock.advance(10_000);
    expect((await outside.post(first, 'r001!p!e!p-anna'))?.state).toEqual({ status: 'dropped', uncertain: false });
    expect(channelOf(outside)).not.toContain('Anna 1');
    expect(channelOf(outside)).toContain('Jens 1');
  });

  it('changes nothing when it is asked once more', async () => {
    const { outside, first, reply } = await dialogue();
    for (const key of [`t${reply.message}`, 'mp-anna']) {
      const wish = { meeting: first.id, round: 'r001', key };
      await eraseAnswer(outside.app.deps, wish, command(outside));
      const erased = await rowOf(outside, first, key);
      await outside.clock.advance(1_000);
      await eraseAnswer(outside.app.deps, wish, command(outside));
      expect(await rowOf(outside, first, key)).toEqual(erased);
    }
  });

  it('refuses what is another’s, and what is not there', async () => {
    const { outside, first, reply } = await dialogue();
    const erase = (round: string, key: string, by = ANNA) =>
      eraseAnswer(outside.app.deps, { meeting: first.id, round, key }, command(outside, by));
    await expect(erase('r001', 'mp-jens')).rejects.toMatchObject({ code: 'AnswerNotFound' });
    await expect(erase('r001', `t${reply.message}`, JENS)).rejects.toMatchObject({ code: 'AnswerNotFound' });
    await expect(erase('r001', 't1')).rejects.toMatchObject({ code: 'AnswerNotFound' });
    await expect(erase('r002', 'mp-anna')).rejects.toMatchObject({ code: 'RoundNotFound' });
    expect(await textsOf(outside)).toHaveLength(3);
    expect(await textsOf(outside, JENS)).toHaveLength(2);
  });
});

describe('eraseMine', () => {
  it('leaves nothing of one person in any item, and everything of the others', async () => {
    const { outside } = await dialogue();
    await eraseMine(outside.app.deps, COMMITTEE, command(outside));
    await outside.clock.advance(10_000);
    expect(await textsOf(outside)).toEqual([]);
    expect(await textsOf(outside, JENS)).toEqual(['Jens 2', 'Jens 1']);
    expect(channelOf(outside)).not.toContain('Anna ');
    expect(channelOf(outside)).toContain('Der er lukket for svar. 1 svar er med.');
    expect(outside.failures).toEqual([]);
  });

  it('takes the name away, too, that a reply deleted in Teams has left', async () => {
    const { outside, first, reply } = await dialogue();
    await outside.app.handle({ ...reply, life: 'deleted', text: undefined, at: outside.now() });
    expect((await rowOf(outside, first, `t${reply.message}`))?.author).toEqual(ANNA);
    await eraseMine(outside.app.deps, COMMITTEE, command(outside));
    expect((await rowOf(outside, first, `t${reply.message}`))?.author).toBeUndefined();
  });

  it('forgets a reply that is held for a question on its way, so that it never becomes an answer with words', async () => {
    const { outside, second, reply } = await dialogue();
    const root = outside.channel.nextId();
    const held = { ...reply, key: 't9', source: 'thread', postedAt: reply.at } as const;
    await outside.store.hold(COMMITTEE, { root, reply: held, heldAt: outside.now() });
    const other = { ...held, key: 't10', author: JENS };
    await outside.store.hold(COMMITTEE, { root, reply: other, heldAt: outside.now() });
    await eraseMine(outside.app.deps, COMMITTEE, command(outside));
    const [of10, of9] = (await outside.store.listHeld(COMMITTEE, root)).map((row) => row.reply);
    expect([of9?.life, of9?.text, of9?.author]).toEqual(['forgotten', undefined, undefined]);
    expect([of10?.life, of10?.author]).toEqual(['posted', JENS]);
    expect(second.status).toBe('open');
  });

  it('is finished by asking again, wherever it was interrupted', async () => {
    for (let calls = 1; ; calls += 1) {
      const { outside } = await dialogue();
      let left = calls;
      const gone = outside.instance({
        before: () => ((left -= 1) < 0 ? Promise.reject(new Error('gone')) : Promise.resolve()),
      });
      const isDone = await eraseMine(gone.deps, COMMITTEE, command(outside)).then(
        () => true,
        () => false,
      );
      // It does not come back for what it meant to do later either.
      left = -1;
      await eraseMine(outside.instance().deps, COMMITTEE, command(outside));
      // The timer looks after what was promised and not done.
      for (let times = 0; times < 3; times += 1) {
        await outside.clock.advance(60_000);
        await settleDue(outside.app.deps);
      }
      expect([calls, await textsOf(outside), await textsOf(outside, JENS)]).toEqual([calls, [], ['Jens 2', 'Jens 1']]);
      expect(channelOf(outside)).toContain('Der er lukket for svar. 1 svar er med.');
      expect(channelOf(outside)).not.toMatch(/Anna (?:1|2|i tråden)/);
      if (isDone) break;
    }
  });
});
