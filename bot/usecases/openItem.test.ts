import { describe, expect, it } from 'vitest';
import { instantOf } from '#dialogue/instant';
import type { Setup } from '#dialogue/setup';
import { decodedKey } from '#store/keys';
import { lead } from './lead.ts';
import { openItem, openPlanned } from './openItem.ts';
import { planItem } from './planItem.ts';
import { settleDue } from './settleDue.ts';
import { chosenBy, committeeIn, headOf, JENS, openIn, prepared } from './testing/items.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';
import { type Act, crashes, outcomeOf, overtakings } from './testing/overtaken.ts';

const SETUP: Setup = { name: 'LMU', level: 'local', names: 'hidden', members: [], substitutes: [], revision: 1 };

const openBy =
  (outside: OneApp, id: string, later = 0): Act =>
  (deps) =>
    openItem(deps, chosenBy(outside, id, later));
const openPlannedBy =
  (outside: OneApp, meeting: string, id: string, by = LEAD): Act =>
  (deps) =>
    openPlanned(deps, meeting, { id, at: outside.now(), by, teamsMeeting: 'teams-1' });
const end = (outside: OneApp, meeting: string): Promise<unknown> =>
  lead(outside.app.deps, meeting, {
    type: 'endMeeting',
    cause: 'facilitator',
    id: 'command-end',
    at: outside.now(),
    by: LEAD,
  });

async function begun(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  return outside;
}

describe('two who open an item at once', () => {
  it('get one, and who came second is told which', async () => {
    const calls = await overtakings(
      async () => {
        const outside = await begun();
        return { outside, slow: openBy(outside, 'command-slow'), quick: openBy(outside, 'command-quick', 1) };
      },
      async (outside, outcomes) => {
        expect(Object.values(outcomes).toSorted()).toEqual(['MeetingAlreadyOpen', 'done']);
        const winner = outcomes.slow === 'done' ? 'command-slow' : 'command-quick';
        expect((await openIn(outside))?.commands).toEqual([winner]);
      },
    );
    expect(calls).toBeGreaterThan(3);
  });

  it('leave nothing of the one that came second', async () => {
    await overtakings(
      async () => {
        const outside = await begun();
        return { outside, slow: openBy(outside, 'command-slow'), quick: openBy(outside, 'command-quick', 1) };
      },
      async (outside) => {
        const open = (await committeeIn(outside)).open;
        await outside.clock.advance(13 * 60 * 60_000);
        await settleDue(outside.app.deps);
        await outside.clock.advance(5_000);
        const heads = outside.tables.rows().filter(({ table, key }) => table === 'Meetings' && key === 'head');
        expect(heads.map(({ partition }) => decodedKey(partition))).toEqual([open]);
      },
    );
  });

  it('get the same where it is one wish that came twice', async () => {
    await overtakings(
      async () => {
        const outside = await begun();
        return { outside, slow: openBy(outside, 'command-same'), quick: openBy(outside, 'command-same', 1) };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
        expect((await openIn(outside))?.commands).toEqual(['command-same']);
      },
    );
  });

  it('get nothing new where the wish comes again after its item has ended', async () => {
    const outside = await begun();
    const first = await openItem(outside.app.deps, chosenBy(outside, 'command-same'));
    await end(outside, first.id);
    const again = await openItem(outside.app.deps, chosenBy(outside, 'command-same', 5));
    expect([again.id, again.status, (await committeeIn(outside)).open]).toEqual([first.id, 'ended', first.id]);
  });

  it.each(['at once', 'prepared'] as const)(
    'get one where one of them had prepared theirs (%s is slow)',
    async (which) => {
      await overtakings(
        async () => {
          const { outside, id } = await prepared();
          const [now, later] = [openBy(outside, 'command-now'), openPlannedBy(outside, id, 'command-later')];
          return which === 'at once' ? { outside, slow: now, quick: later } : { outside, slow: later, quick: now };
        },
        async (outside, outcomes) => {
          expect(Object.values(outcomes).toSorted()).toEqual(['MeetingAlreadyOpen', 'done']);
          const isPlanned = (outcomes.slow === 'done') === (which === 'prepared');
          expect((await openIn(outside))?.commands.at(-1)).toBe(isPlanned ? 'command-later' : 'command-now');
          // Whatever came first, the plan is there.
          const plan = await headOf(outside, (await committeeIn(outside)).next);
          expect(plan).toMatchObject({
            status: isPlanned ? 'open' : 'planned',
            plan: [{ angle: 'Hos os', minutes: 3 }],
          });
        },
      );
    },
  );
});

describe('an item that was prepared', () => {
  it('is opened once by two at once, and led by who was first', async () => {
    await overtakings(
      async () => {
        const { outside, id } = await prepared();
        const [slow, quick] = [LEAD, JENS].map((by) => openPlannedBy(outside, id, `command-${by.name}`, by));
        return { outside, slow: slow as Act, quick: quick as Act };
      },
      async (outside, outcomes) => {
        expect(Object.values(outcomes).toSorted()).toEqual(['MeetingAlreadyOpen', 'done']);
        expect((await openIn(outside))?.lead).toEqual(outcomes.slow === 'done' ? LEAD : JENS);
      },
    );
  });

  it('is opened by a wish that comes twice, and both hear that it is', async () => {
    await overtakings(
      async () => {
        const { outside, id } = await prepared();
        const open = openPlannedBy(outside, id, 'command-open', JENS);
        return { outside, slow: open, quick: open };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
        expect(await openIn(outside)).toMatchObject({ lead: JENS, teamsMeeting: 'teams-1' });
      },
    );
  });

  it('is never lost by a crash while it is opened: it is seen, and opening it again finishes it', async () => {
    let first = '';
    const calls = await crashes(
      async () => {
        const { outside, id } = await prepared();
        first = id;
        return { outside, act: openPlannedBy(outside, id, 'command-1') };
      },
      async (outside) => {
        const seen = await outside.instance().deps.snapshots.current(COMMITTEE);
        expect([seen?.item?.meeting.id ?? seen?.next?.meeting.id, seen?.next === undefined]).toEqual([
          first,
          seen?.item !== undefined,
        ]);
        const again = openPlannedBy(outside, first, 'command-2', JENS)(outside.instance().deps);
        expect(['done', 'MeetingAlreadyOpen']).toContain(await outcomeOf(again));
        const meeting = await openIn(outside);
        expect(meeting).toMatchObject({ id: first, plan: [{ angle: 'Hos os' }] });
        // What the app owes it: to end it when everybody has forgotten it.
        const dues = (await outside.store.listDue(instantOf(outside.clock.milliseconds + 13 * 3_600_000))).dues;
        expect(dues).toContainEqual(expect.objectContaining({ ending: first }));
      },
    );
    expect(calls).toBeGreaterThan(5);
  });

  it('is not opened again when it is over, and takes nobody’s place then', async () => {
    const { outside, id } = await prepared();
    await openPlannedBy(outside, id, 'command-1')(outside.app.deps);
    await end(outside, id);
    const next = await openItem(outside.app.deps, chosenBy(outside, 'command-2'));
    await end(outside, next.id);
    expect(await outcomeOf(openPlannedBy(outside, id, 'command-3')(outside.app.deps))).toBe('MeetingEnded');
    expect((await committeeIn(outside)).open).toBe(next.id);
  });

  it('stays prepared while another is open, and can be opened when that has ended', async () => {
    const { outside, id } = await prepared();
    const other = await openItem(outside.app.deps, chosenBy(outside, 'command-2'));
    const open = (command: string) => outcomeOf(openPlannedBy(outside, id, command)(outside.app.deps));
    expect(await open('command-3')).toBe('MeetingAlreadyOpen');
    await end(outside, other.id);
    expect(await open('command-4')).toBe('done');
    expect((await openIn(outside))?.id).toBe(id);
  });
});

describe('what Teams tells of the channel while an item is opened', () => {
  it('takes neither the item nor anything of the committee away', async () => {
    await overtakings(
      async () => {
        const { outside, id } = await prepared();
        const stored = await outside.store.readCommittee(COMMITTEE);
        await outside.store.saveCommittee({ ...(await committeeIn(outside)), setup: SETUP }, stored?.version);
        outside.channels = [{ id: COMMITTEE, name: 'Nyt navn', type: 'standard' }];
        const at = outside.now();
        const told = { team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS, at };
        const quick: Act = () => outside.app.handle({ type: 'channelsChanged', ...told });
        return { outside, slow: openPlannedBy(outside, id, 'command-1'), quick };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
        const meeting = await openIn(outside);
        expect(await committeeIn(outside)).toMatchObject({ name: 'Nyt navn', setup: SETUP, next: meeting?.id });
        expect(meeting?.commands).toEqual(['command-plan', 'command-1']);
      },
    );
  });

  it('takes no plan away that is just being made', async () => {
    await overtakings(
      async () => {
        const outside = await begun();
        outside.channels = [{ id: COMMITTEE, name: 'Nyt navn', type: 'standard' }];
        const told = { team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS, at: outside.now() };
        const quick: Act = () => outside.app.handle({ type: 'channelsChanged', ...told });
        const slow: Act = (deps) => planItem(deps, chosenBy(outside, 'command-1'));
        return { outside, slow, quick };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
        const { name, next } = await committeeIn(outside);
        expect([name, (await headOf(outside, next))?.commands]).toEqual(['Nyt navn', ['command-1']]);
      },
    );
  });
});
