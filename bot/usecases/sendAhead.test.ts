import { describe, expect, it } from 'vitest';
import type { Mishap } from '../../tests/simulation/channel.ts';
import type { Command } from '#dialogue/commands';
import type { PostState } from '#dialogue/post';
import { lead } from './lead.ts';
import { openPlanned } from './openItem.ts';
import { sendAhead } from './sendAhead.ts';
import { settlePost } from './settlePost.ts';
import { headOf, JENS, prepared } from './testing/items.ts';
import { ADDRESS, COMMITTEE, LEAD, type OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';
import { type Act, crashes, outcomeOf, overtakings } from './testing/overtaken.ts';

const POST = 'r001!p!a';
let ids = 0;

const send =
  (outside: OneApp, id: string, command = `command-${(ids += 1)}`, by = LEAD): Act =>
  (deps) =>
    sendAhead(deps, id, { type: 'sendAhead', question: '1/1', id: command, at: outside.now(), by, ledBy: by.person });

const deleted = (outside: OneApp, message: string) =>
  outside.app.handle({
    ...{ type: 'startDeleted', committee: COMMITTEE, team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS },
    message,
  });

/** A question of a prepared item is out, Anna has replied, and somebody deletes it in Teams. */
async function gone() {
  const { outside, id } = await prepared();
  await send(outside, id)(outside.app.deps);
  await outside.clock.advance(5_000);
  const state = async (): Promise<PostState | undefined> =>
    (await outside.store.readPost({ table: 'Meetings', partition: id, key: POST }))?.value.state;
  const root = placeOf(await state());
  await outside.app.handle(outside.reply(root, { text: 'Under den første' }));
  await outside.channel.remove({ serviceUrl: '', tenant: '', conversation: '' }, root);
  await deleted(outside, root);
  return { outside, id, state, root };
}

const placeOf = (state: PostState | undefined): string => {
  if (state?.status !== 'sent') throw new Error(`it is ${state?.status ?? 'nowhere'}`);
  return state.place.root;
};
const planOf = async (outside: OneApp) => {
  const next = (await outside.instance().deps.snapshots.current(COMMITTEE))?.next;
  return next?.answers.map(({ text }) => text);
};
const carryOut = (outside: OneApp, id: string, wish: Pick<Command & { type: 'putQuestion' }, 'type' | 'question'>) =>
  lead(outside.app.deps, id, { ...wish, id: `command-${(ids += 1)}`, at: outside.now(), by: LEAD });

describe('a question sent out beforehand that somebody deletes in Teams', () => {
  it('is known to be gone, and can be sent again, with the replies under both', async () => {
    const { outside, id, state, root } = await gone();
    expect(await state()).toEqual({ status: 'gone' });
    await send(outside, id)(outside.app.deps);
    await outside.clock.advance(5_000);
    const second = placeOf(await state());
    expect(second).not.toBe(root);
    expect(outside.channel.standing().map(({ id: message }) => message)).toContain(second);
    await outside.app.handle(outside.reply(second, { text: 'Under den anden' }));
    await outside.app.handle(outside.reply(root, { text: 'Stadig under den første' }));
    expect(await planOf(outside)).toEqual(['Under den første', 'Under den anden', 'Stadig under den første']);
    await openPlanned(outside.app.deps, id, { id: 'command-open', at: outside.now(), by: LEAD });
    await carryOut(outside, id, { type: 'putQuestion', question: '1/1' });
    expect((await headOf(outside, id))?.rounds.map((round) => round.id)).toEqual(['r001']);
    expect(outside.failures).toEqual([]);
  });

  it('stays where it stands as long as another message of its own is deleted, or somebody’s', async () => {
    const { outside, id, state, root } = await gone();
    await send(outside, id)(outside.app.deps);
    await outside.clock.advance(5_000);
    // Teams tells again of the first one.
    await deleted(outside, root);
    await deleted(outside, outside.channel.nextId());
    expect((await state())?.status).toBe('sent');
    expect(await outcomeOf(send(outside, id)(outside.app.deps))).toBe('QuestionSentAhead');
  });

  it('is sent once however often that is asked, and by whom', async () => {
    const { outside, id, state } = await gone();
    await send(outside, id, 'command-again')(outside.app.deps);
    await send(outside, id, 'command-again')(outside.app.deps);
    await outside.clock.advance(5_000);
    await send(outside, id, 'command-again')(outside.app.deps);
    expect(outside.channel.standing().filter(({ content }) => isAhead(content))).toHaveLength(1);
    await deleted(outside, placeOf(await state()));
    await send(outside, id, 'command-again')(outside.app.deps);
    expect((await state())?.status).toBe('gone');
    await overtakings(
      async () => {
        const world = await gone();
        return { outside: world.outside, slow: send(world.outside, world.id), quick: send(world.outside, world.id) };
      },
      async (other, { slow, quick }) => {
        await other.clock.advance(5_000);
        expect([quick, ['done', 'QuestionSentAhead'].includes(slow)]).toEqual(['done', true]);
        expect(other.channel.standing().filter(({ content }) => isAhead(content))).toHaveLength(1);
      },
    );
  });

  it('is sent again in head and post, or in neither, wherever the process was gone', async () => {
    let now: Awaited<ReturnType<typeof gone>> | undefined;
    const calls = await crashes(
      async () => {
        now = await gone();
        return { outside: now.outside, act: send(now.outside, now.id) };
      },
      async (outside) => {
        const isAgain = (await headOf(outside, now?.id))?.ahead[0]?.sentAgainAt !== undefined;
        expect((await now?.state())?.status === 'gone').toBe(!isAgain);
      },
    );
    expect(calls).toBeGreaterThan(3);
  });

  it.each<Mishap>(['refused', 'lostBefore'])(
    'keeps its replies where it is then given up, and can be sent (%s)',
    async (mishap) => {
      const { outside, id, state } = await gone();
      outside.channel.mishaps.push(mishap);
      await send(outside, id)(outside.app.deps);
      await outside.clock.advance(5_000);
      await settlePost(outside.app.deps, id, POST, { saw: 'givenUp' });
      expect((await state())?.status).toBe('dropped');
      expect(await planOf(outside)).toEqual(['Under den første']);
      await send(outside, id)(outside.app.deps);
      await outside.clock.advance(5_000);
      expect((await state())?.status).toBe('sent');
      expect((await headOf(outside, id))?.ahead).toHaveLength(1);
    },
  );

  it('is sent again by nobody else than who leads, once the item is open', async () => {
    const { outside, id, state } = await gone();
    await openPlanned(outside.app.deps, id, { id: 'command-open', at: outside.now(), by: LEAD });
    expect(await outcomeOf(send(outside, id, undefined, JENS)(outside.app.deps))).toBe('NotFacilitator');
    expect((await state())?.status).toBe('gone');
  });
});

const isAhead = ({ summary }: { readonly summary: string }): boolean => summary.startsWith('Til forberedelse');
