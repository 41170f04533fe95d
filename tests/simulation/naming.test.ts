import { expect, it } from 'vitest';
import { answerProposal } from '#usecases/answerProposal';
import { changeSetup, type SetupCaller } from '#usecases/changeSetup';
import { lead } from '#usecases/lead';
import { openItem } from '#usecases/openItem';
import { chosenBy, JENS } from '../../bot/usecases/testing/items.ts';
import { COMMITTEE, LEAD, OneApp } from '../../bot/usecases/testing/oneApp.ts';
import { visitor } from '../../bot/usecases/testing/mineDialogue.ts';
import { everyOrder, Gates } from './everyOrder.ts';
import type { Around } from './ports.ts';

/** Calls at which it matters who is first. */
const SHARED = ['readCommittee', 'saveCommittee', 'readMeeting', 'commitMeeting'];
/** So many calls are made in every order; what is left of both is made one after the other. */
const STEPS = 13;
const WISH = { name: 'MED', level: 'local', chair: LEAD.person, deputy: JENS.person, material: undefined } as const;

const caller = (outside: OneApp, by: typeof LEAD): SetupCaller => ({
  visitor: { ...visitor, member: { ...by, mri: `29:${by.person}` } },
  by,
  at: outside.now(),
});

/** An item is open, and that names are hidden from now on waits for Jens' yes. */
async function waiting(): Promise<{ readonly outside: OneApp; readonly item: string }> {
  const outside = new OneApp();
  outside.members = [LEAD, JENS].map((one) => ({ ...one, mri: `29:${one.person}` }));
  await outside.installed();
  const { deps } = outside.app;
  const wish = { ...WISH, leads: undefined, members: [], substitutes: [] };
  await changeSetup(deps, caller(outside, LEAD), { ...wish, names: 'shown', revision: 0 });
  await changeSetup(deps, caller(outside, LEAD), { ...wish, names: 'hidden', revision: 1 });
  const { id } = await openItem(deps, chosenBy(outside, 'command-open'));
  return { outside, item: id };
}

/** Jens says yes, in a process of his own. Nobody looks at the outcome, so that no more is read than is decided on. */
function agree(outside: OneApp, watch: Partial<Around>): Promise<unknown> {
  const { deps } = outside.instance(watch);
  const seen = () => Promise.reject(new Error('looked'));
  const snapshots = { ...deps.snapshots, fresh: seen };
  return answerProposal({ ...deps, snapshots }, caller(outside, JENS), { revision: 2, agrees: true });
}

function put(outside: OneApp, item: string, watch: Partial<Around>): Promise<unknown> {
  const { deps } = outside.instance(watch);
  const surroundings = { ...deps.surroundings, later: () => undefined };
  const command = { type: 'putQuestion', question: '1/1', id: 'command-put', at: outside.now(), by: LEAD } as const;
  return lead({ ...deps, surroundings }, item, command);
}

/** The committee is read again for the card: that changes nothing, and goes by. */
function whileDeciding(gate: Around): Around {
  let isRead = false;
  const before = (name: string): Promise<void> => {
    const goesBy = name === 'readCommittee' && isRead;
    isRead = name === 'readCommittee' || (isRead && name !== 'readMeeting');
    return goesBy ? Promise.resolve() : gate.before(name);
  };
  return { ...gate, before };
}

const refusalOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const namesIn = async ({ store }: OneApp, item: string) => ({
  chosen: (await store.readCommittee(COMMITTEE))?.value.setup?.names,
  item: (await store.readMeeting(item))?.value.names,
});

it('shows names in an item or hides them as both chairs decided, in every order of a first question and a yes', async () => {
  const outcomes = new Set<string>();
  const orders = await everyOrder(async (schedule) => {
    const { outside, item } = await waiting();
    const gates = new Gates(SHARED);
    const both = [agree(outside, gates.of('agree')), put(outside, item, whileDeciding(gates.of('put')))].map(refusalOf);
    const options = await gates.play(schedule, () => outside.clock.settle(), STEPS);
    const [agreed, asked] = await Promise.all(both);
    const names = await namesIn(outside, item);
    expect({ schedule, asked, names }).toEqual({
      schedule,
      asked: 'done',
      names: agreed === 'SetupLocked' ? { chosen: 'shown', item: 'shown' } : { chosen: 'hidden', item: 'hidden' },
    });
    outcomes.add(agreed ?? '');
    return options;
  });
  expect([...outcomes].toSorted()).toEqual(['SetupLocked', 'looked']);
  expect(orders).toBeGreaterThan(100);
});

it('locks nothing where whoever put the question was gone in the middle', async () => {
  for (let calls = 1; ; calls += 1) {
    const { outside, item } = await waiting();
    let left = calls;
    const gone: Partial<Around> = {
      before: () => ((left -= 1) < 0 ? Promise.reject(new Error('gone')) : Promise.resolve()),
    };
    const asked = await refusalOf(put(outside, item, gone));
    const isPut = ((await outside.store.readMeeting(item))?.value.rounds.length ?? 0) > 0;
    expect([calls, await refusalOf(agree(outside, {}))]).toEqual([calls, isPut ? 'SetupLocked' : 'looked']);
    // Putting it again, after that, takes what was agreed.
    await put(outside, item, {});
    const names = isPut ? 'shown' : 'hidden';
    expect(await namesIn(outside, item)).toEqual({ chosen: names, item: names });
    if (asked === 'done') break;
  }
});
