import { describe, expect, it } from 'vitest';
import { lead } from './lead.ts';
import { openItem, openPlanned } from './openItem.ts';
import { discardPlanned, planItem } from './planItem.ts';
import { chosenBy, committeeIn, discarding, headOf, prepared } from './testing/items.ts';
import { COMMITTEE, LEAD, OneApp } from './testing/oneApp.ts';
import { type Act, outcomeOf, overtakings } from './testing/overtaken.ts';

const openPlannedBy =
  (outside: OneApp, meeting: string, id: string): Act =>
  (deps) =>
    openPlanned(deps, meeting, { id, at: outside.now(), by: LEAD });

/** A committee whose last item has ended, and the id of that. */
async function ended(): Promise<{ readonly outside: OneApp; readonly former: string }> {
  const outside = new OneApp();
  await outside.installed();
  const { id } = await openItem(outside.app.deps, chosenBy(outside, 'command-former'));
  const end = { type: 'endMeeting', cause: 'facilitator', id: 'command-end', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, id, end);
  return { outside, former: id };
}

describe('an item that is opened and thrown away at once', () => {
  it.each(['opening', 'discarding'] as const)(
    'is either opened or thrown away, never half (%s is slow)',
    async (which) => {
      await overtakings(
        async () => {
          const { outside, id } = await prepared();
          const open = openPlannedBy(outside, id, 'command-open');
          const discard: Act = (deps) => discardPlanned(deps, id, discarding());
          return which === 'opening'
            ? { outside, slow: open, quick: discard }
            : { outside, slow: discard, quick: open };
        },
        async (outside, { slow, quick }) => {
          const [opening, discarding] = which === 'opening' ? [slow, quick] : [quick, slow];
          const { open, next } = await committeeIn(outside);
          expect([
            ['done', 'MeetingAlreadyOpen', 'open'],
            ['MeetingNotFound', 'done', undefined],
          ]).toContainEqual([opening, discarding, (await headOf(outside, open ?? next))?.status]);
        },
      );
    },
  );

  /** Throws it away, while another process wins the committee's row before one of the calls and opens it only afterwards. */
  async function met(call: number, discardingIsGone: boolean) {
    const { outside, former } = await ended();
    await planItem(outside.app.deps, chosenBy(outside, 'command-plan', 1));
    const id = (await committeeIn(outside)).next ?? '';
    const [won, rest] = [Promise.withResolvers<string>(), Promise.withResolvers<undefined>()];
    const opener = outside.instance({
      after: (name) => {
        if (name === 'saveCommittee') won.resolve('won');
        return name === 'saveCommittee' ? rest.promise : Promise.resolve();
      },
    });
    const gone = Promise.withResolvers<string>();
    const openings: Promise<string>[] = [];
    let calls = 0;
    const discarder = outside.instance({
      async before() {
        if ((calls += 1) !== call) return;
        openings.push(outcomeOf(openPlannedBy(outside, id, 'command-open')(opener.deps)));
        await Promise.race([won.promise, ...openings]);
      },
      after: (name) => {
        if (!discardingIsGone || name !== 'commitMeeting') return Promise.resolve();
        gone.resolve('gone');
        return new Promise(() => undefined);
      },
    });
    const discarded = await Promise.race([outcomeOf(discardPlanned(discarder.deps, id, discarding())), gone.promise]);
    const between = (await committeeIn(outside)).open;
    rest.resolve(undefined);
    return { outside, id, former, discarded, between, opened: await openings[0] };
  }

  it.each([false, true])(
    'leaves the item that ended last in its place, also where the one is gone: %s',
    async (isGone) => {
      let refused = 0;
      for (let call = 1; ; call += 1) {
        const { outside, id, former, discarded, between, opened } = await met(call, isGone);
        if (opened === undefined) break;
        const { open } = await committeeIn(outside);
        if (opened === 'done') {
          expect([discarded, open]).toEqual(['MeetingAlreadyOpen', id]);
          continue;
        }
        refused += 1;
        expect([opened, open]).toEqual(['MeetingNotFound', former]);
        // Whoever throws it away does not wait for the other, who may be gone.
        if (!isGone) expect(between).toBe(former);
        expect((await outside.instance().deps.snapshots.current(COMMITTEE))?.item?.meeting.id).toBe(former);
      }
      expect(refused).toBeGreaterThan(1);
    },
  );
});
