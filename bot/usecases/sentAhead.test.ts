import { describe, expect, it } from 'vitest';
import type { Command } from '#dialogue/commands';
import { botText } from '#render/botText';
import type { Mishap } from '../../tests/simulation/channel.ts';
import { answerCommand } from './answerCommand.ts';
import { eraseMine } from './eraseMine.ts';
import { lead } from './lead.ts';
import { openPlanned } from './openItem.ts';
import { discardPlanned } from './planItem.ts';
import { readHistory } from './readHistory.ts';
import { readMinutes } from './readMinutes.ts';
import { settlePost } from './settlePost.ts';
import { chosenBy, committeeIn, discarding, headOf, prepared } from './testing/items.ts';
import { ANNA, textsOf, visitor } from './testing/mineDialogue.ts';
import type { OneApp } from './testing/oneApp.ts';
import { ADDRESS, COMMITTEE, LEAD, TEAM_ID, TENANT } from './testing/oneApp.ts';
import { type Act, crashes, outcomeOf, overtakings } from './testing/overtaken.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id' | 'at' | 'by'> : never) : never;

const text = botText('da');
const POST = 'r001!p!a';
const SEND: Wish = { type: 'sendAhead', question: '1/1' };
const END: Wish = { type: 'endMeeting', cause: 'facilitator' };
let ids = 0;

const carryOut =
  (outside: OneApp, id: string, wish: Wish): Act =>
  (deps) =>
    lead(deps, id, { ...wish, id: `command-${(ids += 1)}`, at: outside.now(), by: LEAD });

/** The only question of a prepared item is sent out, and Teams does `mishap` to it. */
async function sent(...mishaps: readonly Mishap[]) {
  const { outside, id } = await prepared();
  outside.channel.mishaps.push(...mishaps);
  await carryOut(outside, id, SEND)(outside.app.deps);
  await outside.clock.advance(5_000);
  const post = async (key = POST) =>
    (await outside.store.readPost({ table: 'Meetings', partition: id, key }))?.value.state;
  return { outside, id, post };
}

/** Anna has replied to it in the channel. */
async function replied() {
  const world = await sent();
  const state = await world.post();
  if (state?.status !== 'sent') throw new Error('the question is not in the channel');
  const { root } = state.place;
  await world.outside.app.handle(world.outside.reply(root, { text: 'Anna på forhånd' }));
  return { ...world, root };
}

const openIt = (outside: OneApp, id: string): Promise<unknown> =>
  openPlanned(outside.app.deps, id, { id: `command-${(ids += 1)}`, at: outside.now(), by: LEAD });
const standing = ({ channel }: OneApp, id: string): string =>
  JSON.stringify(channel.standing().find((message) => message.id === id)?.content.card);
const digestOf = ({ channel }: OneApp): string =>
  JSON.stringify(channel.standing().find(({ content }) => content.summary.startsWith('Opsamling'))?.content.card ?? '');

describe('a question sent out beforehand, of which somebody gives up that it comes', () => {
  it.each<Mishap>(['refused', 'lostBefore'])('can be taken out, or sent anew and then put (%s)', async (mishap) => {
    const { outside, id, post } = await sent(mishap);
    await settlePost(outside.app.deps, id, POST, { saw: 'givenUp' });
    expect((await post())?.status).toBe('dropped');
    await carryOut(outside, id, SEND)(outside.app.deps);
    await outside.clock.advance(5_000);
    expect((await post('r002!p!a'))?.status).toBe('sent');
    await openIt(outside, id);
    await carryOut(outside, id, { type: 'putQuestion', question: '1/1' })(outside.app.deps);
    expect((await headOf(outside, id))?.rounds.map((round) => round.id)).toEqual(['r002']);
    expect(outside.failures).toEqual([]);
  });

  it('is given up in head and post, or in neither, wherever the process was gone', async () => {
    let now: Awaited<ReturnType<typeof sent>> | undefined;
    const calls = await crashes(
      async () => {
        const world = await sent('refused');
        now = world;
        return {
          outside: world.outside,
          act: (deps) => settlePost(deps, world.id, POST, { saw: 'givenUp' }),
        };
      },
      async (outside) => {
        const isGivenUp = (await headOf(outside, now?.id))?.ahead[0]?.givenUpAt !== undefined;
        expect((await now?.post())?.status).toBe(isGivenUp ? 'dropped' : 'blocked');
      },
    );
    expect(calls).toBeGreaterThan(3);
  });

  it('is given up whatever else is done to the item meanwhile, and once', async () => {
    await overtakings(
      async () => {
        const { outside, id } = await sent('refused');
        const giveUp: Act = (deps) => settlePost(deps, id, POST, { saw: 'givenUp' });
        return { outside, slow: giveUp, quick: giveUp };
      },
      async (outside, { slow, quick }) => {
        expect([quick, ['done', 'PostSettled'].includes(slow)]).toEqual(['done', true]);
        expect((await headOf(outside, (await committeeIn(outside)).next))?.ahead).toHaveLength(1);
      },
    );
    await overtakings(
      async () => {
        const { outside, id } = await sent('refused');
        const change: Wish = {
          type: 'changePlan',
          base: [],
          plan: chosenBy(outside, '').plan,
          themes: [],
          title: 'Nyt',
        };
        return {
          outside,
          slow: (deps) => settlePost(deps, id, POST, { saw: 'givenUp' }),
          quick: carryOut(outside, id, change),
        };
      },
      async (outside, outcomes) => {
        const head = await headOf(outside, (await committeeIn(outside)).next);
        expect([outcomes, head?.title, head?.ahead[0]?.givenUpAt !== undefined]).toEqual([
          { slow: 'done', quick: 'done' },
          'Nyt',
          true,
        ]);
      },
    );
  });
});

describe('an item that is thrown away after a question of it was sent out', () => {
  it('says on the card that it is cancelled, and leaves the replies to those who wrote them', async () => {
    const { outside, id, root } = await replied();
    await discardPlanned(outside.app.deps, id, discarding());
    await outside.clock.advance(5_000);
    expect((await committeeIn(outside)).next).toBeUndefined();
    expect(standing(outside, root)).toContain(text('preparation.dropped'));
    expect(await textsOf(outside)).toEqual(['Anna på forhånd']);
    await outside.app.handle(outside.reply(root, { text: 'Og bagefter' }));
    expect(await textsOf(outside)).toEqual(['Og bagefter', 'Anna på forhånd']);
    await eraseMine(outside.app.deps, COMMITTEE, { id: 'command-erase', at: outside.now(), by: ANNA });
    expect(await textsOf(outside)).toEqual([]);
    expect(outside.failures).toEqual([]);
  });

  it('is in no history, minutes or digest', async () => {
    const { outside, id } = await replied();
    await discardPlanned(outside.app.deps, id, discarding());
    await outside.clock.advance(5_000);
    expect((await readHistory(outside.app.deps, visitor)).items).toEqual([]);
    expect(await outcomeOf(readMinutes(outside.app.deps, id))).toBe('MeetingNotFound');
    expect(digestOf(outside)).toBe('""');
    const message = outside.channel.nextId();
    const asked = { committee: COMMITTEE, team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS, root: message, message };
    await answerCommand(
      outside.app.deps,
      { ...asked, author: { ...ANNA, mri: '29:anna' }, at: outside.now() },
      'digest',
    );
    await outside.clock.advance(5_000);
    expect(JSON.stringify(outside.channel.standing())).toContain(text('command.digest.none'));
  });

  it('sends nothing that was still on its way', async () => {
    const { outside, id, post } = await sent('deferred', 'deferred');
    await discardPlanned(outside.app.deps, id, discarding());
    await outside.clock.advance(60_000);
    expect((await post())?.status).toBe('dropped');
  });

  it('is found by who wrote there wherever throwing it away was cut off, once it is done again', async () => {
    let id = '';
    await crashes(
      async () => {
        const world = await replied();
        id = world.id;
        return { outside: world.outside, act: (deps) => discardPlanned(deps, id, discarding()) };
      },
      async (outside) => {
        await discardPlanned(outside.app.deps, id, discarding());
        expect(await textsOf(outside)).toEqual(['Anna på forhånd']);
        expect((await committeeIn(outside)).next).toBeUndefined();
      },
    );
  });
});

describe('an item that ends without putting what was sent out', () => {
  it('has the replies in digest and minutes, also what comes later, and says so on the card', async () => {
    const { outside, id, root } = await replied();
    await openIt(outside, id);
    await carryOut(outside, id, END)(outside.app.deps);
    await outside.clock.advance(5_000);
    expect(standing(outside, root)).toContain(text('preparation.notPut'));
    expect(digestOf(outside)).toContain('Anna på forhånd');
    expect(digestOf(outside)).toContain(text('digest.sentAhead'));
    const minutes = (await readMinutes(outside.app.deps, id)).text;
    expect(minutes).toContain('Anna på forhånd');
    expect(minutes).toContain(text('minutes.sentAhead.question', { question: 'Hvad nu?' }));
    await outside.app.handle(outside.reply(root, { text: 'Og bagefter' }));
    await outside.clock.advance(5_000);
    expect(digestOf(outside)).toContain('Og bagefter');
    expect((await readHistory(outside.app.deps, visitor)).items).toMatchObject([
      { meeting: id, questions: [], answers: 2 },
    ]);
    const seen = await outside.instance().deps.snapshots.current(COMMITTEE);
    expect(seen?.item?.posts.map(({ key }) => key)).toContain('z!p!digest!1');
    expect(outside.failures).toEqual([]);
  });

  it('has no digest where sending it out was given up', async () => {
    const { outside, id } = await sent('refused');
    await settlePost(outside.app.deps, id, POST, { saw: 'givenUp' });
    await openIt(outside, id);
    await carryOut(outside, id, END)(outside.app.deps);
    await outside.clock.advance(5_000);
    expect(digestOf(outside)).toBe('""');
  });
});
