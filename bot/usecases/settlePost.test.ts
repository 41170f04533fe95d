import { describe, expect, it } from 'vitest';
import { lead } from './lead.ts';
import { openPlanned } from './openItem.ts';
import { type Saw, settlePost } from './settlePost.ts';
import { headOf, JENS, prepared } from './testing/items.ts';
import { LEAD, OneApp } from './testing/oneApp.ts';
import { type Act, outcomeOf, overtakings } from './testing/overtaken.ts';

const QUESTION = 'r001!p!q';
const AHEAD = 'r001!p!a';
const GIVEN_UP: Saw = { saw: 'givenUp' };

/** An item whose only question Lone has put, and of which nobody knows whether it came. */
async function asked() {
  const outside = new OneApp();
  await outside.installed();
  outside.channel.mishaps.push('lostBefore');
  const meeting = await outside.put('Hvad nu?');
  return { outside, meeting, state: async () => (await outside.post(meeting, QUESTION))?.state.status };
}

const handOver =
  (outside: OneApp, id: string): Act =>
  (deps) =>
    lead(deps, id, { type: 'handOver', to: JENS, id: 'command-over', at: outside.now(), by: LEAD, ledBy: LEAD.person });

describe('what a facilitator says of a post', () => {
  it.each<Saw>([{ saw: 'there', link: 'x' }, { saw: 'notThere' }, GIVEN_UP])(
    'is not theirs to say any more where somebody else leads by now: $saw',
    async (saw) => {
      const { outside, meeting, state } = await asked();
      await handOver(outside, meeting.id)(outside.app.deps);
      const said = settlePost(outside.app.deps, meeting.id, QUESTION, { ...saw, ledBy: LEAD.person });
      expect(await outcomeOf(said)).toBe('NotFacilitator');
      await outside.clock.advance(5_000);
      expect(await state()).toBe('unknown');
    },
  );

  it('is theirs to say who leads now', async () => {
    const { outside, meeting, state } = await asked();
    await handOver(outside, meeting.id)(outside.app.deps);
    await settlePost(outside.app.deps, meeting.id, QUESTION, { saw: 'notThere', ledBy: JENS.person });
    await outside.clock.advance(5_000);
    expect(await state()).toBe('sent');
  });

  it('gives nothing up that was sent out beforehand once somebody else leads, whenever they take over', async () => {
    let id = '';
    const calls = await overtakings(
      async () => {
        const world = await prepared();
        const { outside } = world;
        id = world.id;
        outside.channel.mishaps.push('refused');
        const made = { at: outside.now(), by: LEAD };
        await lead(outside.app.deps, id, { ...made, type: 'sendAhead', question: '1/1', id: 'command-send' });
        await outside.clock.advance(5_000);
        await openPlanned(outside.app.deps, id, { ...made, id: 'command-open' });
        return {
          outside,
          slow: (deps) => settlePost(deps, id, AHEAD, { ...GIVEN_UP, ledBy: LEAD.person }),
          quick: handOver(outside, id),
        };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'NotFacilitator', quick: 'done' });
        expect((await headOf(outside, id))?.ahead[0]?.givenUpAt).toBeUndefined();
      },
    );
    expect(calls).toBeGreaterThan(3);
  });
});
