import { describe, expect, it } from 'vitest';
import { decodedKey } from '#store/keys';
import { lead } from './lead.ts';
import { openPlanned } from './openItem.ts';
import { discardPlanned, planItem } from './planItem.ts';
import { settleDue } from './settleDue.ts';
import { chosenBy, committeeIn, headOf, JENS, openIn, prepared, discarding } from './testing/items.ts';
import { COMMITTEE, LEAD, OneApp } from './testing/oneApp.ts';
import { type Act, crashes, outcomeOf, overtakings } from './testing/overtaken.ts';

const planBy =
  (outside: OneApp, id: string, later = 0): Act =>
  (deps) =>
    planItem(deps, chosenBy(outside, id, later));
const changed =
  (outside: OneApp, meeting: string): Act =>
  (deps) =>
    lead(deps, meeting, {
      type: 'changePlan',
      id: 'command-change',
      at: outside.now(),
      by: LEAD,
      base: chosenBy(outside, '').plan,
      plan: [{ id: 'own/12345678', text: 'Vores?', points: [] }],
      themes: [],
    });

async function begun(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  return outside;
}
const nextIn = async (outside: OneApp) => headOf(outside, (await committeeIn(outside)).next);

describe('preparing an item', () => {
  it('is won by one of two who begin at once', async () => {
    const calls = await overtakings(
      async () => {
        const outside = await begun();
        return { outside, slow: planBy(outside, 'command-slow'), quick: planBy(outside, 'command-quick', 1) };
      },
      async (outside, outcomes) => {
        expect(Object.values(outcomes).toSorted()).toEqual(['MeetingAlreadyPlanned', 'done']);
        const winner = outcomes.slow === 'done' ? 'command-slow' : 'command-quick';
        expect((await nextIn(outside))?.commands).toEqual([winner]);
        // Whoever came second leaves nothing.
        await outside.clock.advance(13 * 60 * 60_000);
        await settleDue(outside.app.deps);
        const heads = outside.tables.rows().filter(({ table, key }) => table === 'Meetings' && key === 'head');
        expect(heads.map(({ partition }) => decodedKey(partition))).toEqual([(await committeeIn(outside)).next]);
        // And of the winner, that nobody may open it.
        const dues = outside.tables.rows().filter(({ table }) => table === 'Due');
        expect(dues.map(({ columns }) => columns['ending'])).toEqual([(await committeeIn(outside)).next]);
      },
    );
    expect(calls).toBeGreaterThan(2);
  });

  it('is done once where one wish comes twice', async () => {
    await overtakings(
      async () => {
        const outside = await begun();
        return { outside, slow: planBy(outside, 'command-same'), quick: planBy(outside, 'command-same', 1) };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
        expect((await nextIn(outside))?.commands).toEqual(['command-same']);
      },
    );
  });

  it('can be begun again wherever it was cut off', async () => {
    await crashes(
      async () => {
        const outside = await begun();
        return { outside, act: planBy(outside, 'command-1') };
      },
      async (outside) => {
        await outside.clock.advance(1_000);
        expect(await outcomeOf(planBy(outside, 'command-1')(outside.app.deps))).toBe('done');
        expect((await nextIn(outside))?.commands).toEqual(['command-1']);
      },
    );
  });

  it('makes nothing where the wish comes again after what it made was thrown away, or opened and ended', async () => {
    const { outside, id } = await prepared();
    const again = (): Promise<string> => outcomeOf(planBy(outside, 'command-plan', 5)(outside.app.deps));
    await discardPlanned(outside.app.deps, id, discarding());
    expect([await again(), await nextIn(outside)]).toEqual(['done', undefined]);
    await planBy(outside, 'command-2')(outside.app.deps);
    const second = (await committeeIn(outside)).next ?? '';
    await openPlanned(outside.app.deps, second, { id: 'command-open', at: outside.now(), by: JENS });
    const before = await committeeIn(outside);
    expect(await outcomeOf(planBy(outside, 'command-2', 9)(outside.app.deps))).toBe('done');
    expect(await committeeIn(outside)).toEqual(before);
  });

  it('goes on while another item is open, and after the one that was prepared has been opened', async () => {
    const { outside, id } = await prepared();
    await openPlanned(outside.app.deps, id, { id: 'command-open', at: outside.now(), by: JENS });
    expect(await outcomeOf(planBy(outside, 'command-2')(outside.app.deps))).toBe('done');
    expect((await openIn(outside))?.id).toBe(id);
    expect(await nextIn(outside)).toMatchObject({ status: 'planned', commands: ['command-2'] });
  });

  it('is not begun twice while nobody has opened the first or thrown it away', async () => {
    const { outside, id } = await prepared();
    expect(await outcomeOf(planBy(outside, 'command-2')(outside.app.deps))).toBe('MeetingAlreadyPlanned');
    expect((await nextIn(outside))?.id).toBe(id);
  });
});

describe('throwing away what was prepared', () => {
  it('leaves nothing of it, and a new one can be begun', async () => {
    const { outside, id } = await prepared();
    await discardPlanned(outside.app.deps, id, discarding());
    expect([await headOf(outside, id), (await committeeIn(outside)).next]).toEqual([undefined, undefined]);
    expect((await outside.instance().deps.snapshots.current(COMMITTEE))?.next).toBeUndefined();
    expect(await outcomeOf(planBy(outside, 'command-2')(outside.app.deps))).toBe('done');
  });

  it('changes nothing when it is done once more, also where something new is prepared by then', async () => {
    const { outside, id } = await prepared();
    await discardPlanned(outside.app.deps, id, discarding());
    await planBy(outside, 'command-2')(outside.app.deps);
    const before = await committeeIn(outside);
    await discardPlanned(outside.app.deps, id, discarding());
    expect(await committeeIn(outside)).toEqual(before);
    expect((await nextIn(outside))?.commands).toEqual(['command-2']);
  });

  it('is finished by doing it again, wherever it was cut off', async () => {
    let id = '';
    await crashes(
      async () => {
        const world = await prepared();
        id = world.id;
        return { outside: world.outside, act: (deps) => discardPlanned(deps, id, discarding()) };
      },
      async (outside) => {
        expect(await outcomeOf(discardPlanned(outside.app.deps, id, discarding()))).toBe('done');
        expect([await headOf(outside, id), (await committeeIn(outside)).next]).toEqual([undefined, undefined]);
      },
    );
  });

  it('leaves alone what was begun since, where it was cut off before', async () => {
    const { outside, id } = await prepared();
    // The committee let go of it, and its head was not removed any more.
    const stored = await outside.store.readCommittee(COMMITTEE);
    await outside.store.saveCommittee({ ...(await committeeIn(outside)), next: undefined }, stored?.version);
    await planBy(outside, 'command-2')(outside.app.deps);
    await discardPlanned(outside.app.deps, id, discarding());
    expect([await headOf(outside, id), (await nextIn(outside))?.commands]).toEqual([undefined, ['command-2']]);
  });

  it('is refused for what is open or over', async () => {
    const { outside, id } = await prepared();
    const by = { at: outside.now(), by: LEAD };
    await openPlanned(outside.app.deps, id, { id: 'command-open', ...by });
    expect(await outcomeOf(discardPlanned(outside.app.deps, id, discarding()))).toBe('MeetingAlreadyOpen');
    await lead(outside.app.deps, id, { type: 'endMeeting', cause: 'facilitator', id: 'command-end', ...by });
    expect(await outcomeOf(discardPlanned(outside.app.deps, id, discarding()))).toBe('MeetingEnded');
    expect((await headOf(outside, id))?.status).toBe('ended');
  });

  it('comes before or after a change of the plan, and leaves no half of either', async () => {
    await overtakings(
      async () => {
        const { outside, id } = await prepared();
        return { outside, slow: changed(outside, id), quick: (deps) => discardPlanned(deps, id, discarding()) };
      },
      async (outside, outcomes) => {
        expect(outcomes.quick).toBe('done');
        expect(['done', 'MeetingNotFound']).toContain(outcomes.slow);
        expect(await nextIn(outside)).toBeUndefined();
      },
    );
  });
});

it('is thrown away before or after a question is sent out of it, and keeps its head where one is', async () => {
  let meeting = '';
  await overtakings(
    async () => {
      const { outside, id } = await prepared();
      meeting = id;
      const send = { type: 'sendAhead', question: '1/1', id: 'command-send', at: outside.now(), by: LEAD } as const;
      const discard: Act = (deps) => discardPlanned(deps, id, discarding());
      return { outside, slow: discard, quick: (deps) => lead(deps, id, send) };
    },
    async (outside, outcomes) => {
      const head = await headOf(outside, meeting);
      expect(outcomes.slow).toBe('done');
      expect([await nextIn(outside), head?.ahead.length]).toEqual([
        undefined,
        outcomes.quick === 'done' ? 1 : undefined,
      ]);
      expect(['done', 'MeetingNotFound']).toContain(outcomes.quick);
    },
  );
});

it('keeps a change that is made while the item is opened, on the one side of it or the other', async () => {
  await overtakings(
    async () => {
      const { outside, id } = await prepared();
      const quick: Act = (deps) => openPlanned(deps, id, { id: 'command-open', at: outside.now(), by: LEAD });
      return { outside, slow: changed(outside, id), quick };
    },
    async (outside, outcomes) => {
      expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
      expect((await openIn(outside))?.plan.map(({ id }) => id)).toEqual(['own/12345678']);
    },
  );
});
