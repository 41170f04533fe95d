import { expect, it } from 'vitest';
import type { SetupWish } from '#dialogue/decideSetup';
import { answerProposal } from './answerProposal.ts';
import { changeSetup, type SetupCaller } from './changeSetup.ts';
import { PermissionMissing, Unavailable } from './ports.ts';
import { readSetup } from './readSetup.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID } from './testing/oneApp.ts';
import { end, visitor } from './testing/mineDialogue.ts';

const JENS = { person: 'p-jens', name: 'Jens' };
const PEOPLE = [LEAD, JENS, { person: 'p-anna', name: 'Anna' }].map((one) => ({ ...one, mri: `29:${one.person}` }));

const WISH: SetupWish = {
  revision: 0,
  name: 'Lokaludvalget',
  level: 'local',
  chair: LEAD.person,
  deputy: JENS.person,
  names: 'shown',
  members: ['p-anna'],
  substitutes: [],
};

async function begin(): Promise<OneApp> {
  const outside = new OneApp();
  outside.members = PEOPLE;
  await outside.installed();
  return outside;
}

const caller = (outside: OneApp, by = LEAD): SetupCaller => ({
  visitor: { ...visitor, member: { ...by, mri: `29:${by.person}` } },
  by,
  at: outside.now(),
});

const row = async ({ store }: OneApp) => (await store.readCommittee(COMMITTEE))?.value;

it('keeps the setup and the items when the channel is renamed', async () => {
  const outside = await begin();
  await changeSetup(outside.app.deps, caller(outside), WISH);
  const { id } = await outside.put('Hvad nu?');
  outside.channels = [{ id: COMMITTEE, name: 'Nyt navn', type: 'standard' }];
  const event = { type: 'installed', team: TEAM_ID, committee: COMMITTEE, tenant: 'tenant' } as const;
  await outside.app.handle({ ...event, serviceUrl: ADDRESS, activity: 'f:1', language: 'da', at: outside.now() });
  expect(await row(outside)).toMatchObject({
    name: 'Nyt navn',
    open: id,
    setup: { name: 'Lokaludvalget', revision: 1 },
  });
});

it('keeps an item that is opened in the middle of a change', async () => {
  const outside = await begin();
  let opened: string | undefined;
  const slow = outside.instance({
    before: async (name) => {
      if (name === 'saveCommittee') opened ??= (await outside.put('Hvad nu?')).id;
    },
  });
  await changeSetup(slow.deps, caller(outside), { ...WISH, chair: undefined, deputy: undefined });
  expect(opened).toBeDefined();
  expect(await row(outside)).toMatchObject({ open: opened, setup: { revision: 1 } });
});

it('is refused where a question is put in the middle of a change of who sees what', async () => {
  const outside = await begin();
  const slow = outside.instance({
    before: async (name) => {
      if (name === 'saveCommittee' && (await row(outside))?.open === undefined) await outside.put('Hvad nu?');
    },
  });
  await expect(changeSetup(slow.deps, caller(outside), WISH)).rejects.toMatchObject({ code: 'SetupLocked' });
  expect((await row(outside))?.setup).toBeUndefined();
});

it('lets one of two who change it at once win, and tells the other', async () => {
  const outside = await begin();
  const both = ['Lonesudvalget', 'Jensudvalget'].map((name) =>
    changeSetup(outside.app.deps, caller(outside), { ...WISH, name }).then(
      () => name,
      (error: unknown) => (error as { code?: string }).code,
    ),
  );
  const [one, other] = (await Promise.all(both)).toSorted();
  expect([one, other].filter((result) => result === 'SetupChanged')).toHaveLength(1);
  expect([one, other]).toContain((await row(outside))?.setup?.name);
});

/** Hears of no write that it was done. */
function deaf({ app: { deps } }: OneApp): typeof deps {
  const { store } = deps;
  return { ...deps, store: { ...store, saveCommittee: (...call) => store.saveCommittee(...call).then(() => false) } };
}

it('takes a write whose answer was lost as done', async () => {
  const outside = await begin();
  const changed = await changeSetup(deaf(outside), caller(outside), { ...WISH, substitutes: ['p-anna'] });
  expect(changed).toMatchObject({ setup: { revision: 1 } });
  await changeSetup(outside.app.deps, caller(outside), { ...WISH, revision: 1, names: 'hidden' });
  const answered = await answerProposal(deaf(outside), caller(outside, JENS), { revision: 2, agrees: true });
  expect(answered).toMatchObject({ setup: { revision: 3, names: 'hidden' } });
});

it('tells by name who owns the team, and does without where Teams does not tell', async () => {
  const outside = await begin();
  const { memberships } = outside.app.deps;
  const told = await readSetup(outside.app.deps, visitor, JENS);
  expect(told.owners).toEqual((await memberships.list(visitor.team)).map(({ name }) => name));
  expect(told.owners).toContain(JENS.name);
  const silent = { ...memberships, owners: () => Promise.reject(new Unavailable('graph')) };
  const untold = await readSetup({ ...outside.app.deps, memberships: silent }, visitor, JENS);
  expect(untold.owners).toBeUndefined();
  expect(untold.you.mayChange).toBe(false);
});

it('unlocks when the item is over, and then both chairs decide', async () => {
  const outside = await begin();
  await changeSetup(outside.app.deps, caller(outside), WISH);
  const meeting = await outside.put('Hvad nu?');
  const hidden = { ...WISH, revision: 1, names: 'hidden' } as const;
  await expect(changeSetup(outside.app.deps, caller(outside), hidden)).rejects.toMatchObject({ code: 'SetupLocked' });
  expect(await readSetup(outside.app.deps, visitor, JENS)).toMatchObject({ isLocked: true, you: { isAsked: false } });
  await end(outside, meeting);
  await changeSetup(outside.app.deps, caller(outside), hidden);
  expect(await readSetup(outside.app.deps, caller(outside, JENS).visitor, JENS)).toMatchObject({
    isLocked: false,
    you: { person: JENS.person, isChair: true, isAsked: true },
  });
  const answer = { revision: 2, agrees: true };
  const { setup } = await answerProposal(outside.app.deps, caller(outside, JENS), answer);
  expect(setup).toMatchObject({ names: 'hidden', revision: 3 });
  expect(setup?.proposal).toBeUndefined();
});

it('lets an owner and the other chair replace a chair who has left the team', async () => {
  const outside = await begin();
  await changeSetup(outside.app.deps, caller(outside), WISH);
  outside.members = PEOPLE.filter(({ person }) => person !== JENS.person);
  await outside.clock.advance(60_000);
  expect((await readSetup(outside.app.deps, visitor, LEAD)).left).toEqual([JENS.person]);
  const wish = { ...WISH, revision: 1, deputy: 'p-anna', members: [] };
  // Everybody owns the team here, so Lone speaks for both seats.
  const { setup } = await changeSetup(outside.app.deps, caller(outside), wish);
  expect(setup).toMatchObject({ chair: LEAD, deputy: { name: 'Anna' }, revision: 2 });
  const hidden = { ...wish, revision: 2, names: 'hidden' } as const;
  const asked = await changeSetup(outside.app.deps, caller(outside), hidden);
  expect(asked.setup).toMatchObject({ names: 'shown', proposal: { agreed: [LEAD.person] } });
});

it('lets chairs change and answer where Teams does not tell who owns the team, and nobody else', async () => {
  const outside = await begin();
  await changeSetup(outside.app.deps, caller(outside), WISH);
  const { memberships } = outside.app.deps;
  const untold = () => Promise.reject(new PermissionMissing('graph'));
  const deps = { ...outside.app.deps, memberships: { ...memberships, owns: untold, owners: untold } };
  const named = await changeSetup(deps, caller(outside, JENS), { ...WISH, revision: 1, name: 'MED' });
  expect(named.setup).toMatchObject({ name: 'MED', revision: 2 });
  const hidden = { ...WISH, revision: 2, name: 'MED', names: 'hidden' } as const;
  expect((await changeSetup(deps, caller(outside), hidden)).setup?.proposal).toMatchObject({ agreed: [LEAD.person] });
  const answer = { revision: 3, agrees: true };
  expect((await answerProposal(deps, caller(outside, JENS), answer)).setup?.names).toBe('hidden');
  const anna = { person: 'p-anna', name: 'Anna' };
  await expect(changeSetup(deps, caller(outside, anna), { ...hidden, revision: 4 })).rejects.toThrow(PermissionMissing);
});

it('takes an answer to a proposal that comes again as the same one, and tells nobody what was answered', async () => {
  const outside = await begin();
  await changeSetup(outside.app.deps, caller(outside), WISH);
  await changeSetup(outside.app.deps, caller(outside), { ...WISH, revision: 1, names: 'hidden' });
  const answer = { revision: 2, agrees: true };
  const first = await answerProposal(outside.app.deps, caller(outside, JENS), answer);
  const again = await answerProposal(outside.app.deps, caller(outside, JENS), answer);
  expect(again).toEqual(first);
  expect(again.setup).toMatchObject({ names: 'hidden', revision: 3 });
  expect(JSON.stringify(again)).not.toContain('agrees');
});

it('leaves no name in the log', async () => {
  const outside = await begin();
  await changeSetup(outside.app.deps, caller(outside), WISH);
  expect(outside.app.log.some(({ code }) => code === 'Setup.changed')).toBe(true);
  for (const { name } of PEOPLE) expect(JSON.stringify(outside.app.log)).not.toContain(name);
});
