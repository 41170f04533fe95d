import { expect, it } from 'vitest';
import { plus } from '#dialogue/instant';
import { TRIAL_KEPT } from '#dialogue/trial';
import { eraseAnswer, eraseMine } from './eraseMine.ts';
import { lead } from './lead.ts';
import { writeRoomAnswer } from './roomAnswers.ts';
import { committeeIn } from './testing/items.ts';
import { ANNA, JENS, mine } from './testing/mineDialogue.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID, TENANT } from './testing/oneApp.ts';
import { eraseTrial, writeTrial } from './trials.ts';

async function begun(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  return outside;
}

const erasing = (outside: OneApp, id = 'command-erase') => ({ id, at: outside.now(), by: ANNA });
const place = (meeting: string) => ({ meeting, round: 'r001', id: '12345678' });
const line = (outside: OneApp, id: string, over = 0) => ({ id, at: outside.now(), by: LEAD, said: ANNA, over });

it('tells who led an item of what they put, also after they have handed it over', async () => {
  const outside = await begun();
  const { id, title } = await outside.put('Hvad nu?');
  const command = { type: 'handOver', to: JENS, id: 'command-hand', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, id, command);
  for (const person of [LEAD, JENS]) expect((await mine(outside, person)).led).toMatchObject([{ item: title }]);
  expect((await mine(outside)).led).toEqual([]);
});

it('tells whoever added the app that the welcome names them', async () => {
  const outside = await begun();
  expect(await mine(outside)).toMatchObject({ installed: false, teamsIds: [] });
  const event = { type: 'installed', team: TEAM_ID, committee: COMMITTEE, tenant: TENANT, language: 'da' } as const;
  const by = { mri: '29:anna', name: ANNA.name };
  await outside.app.handle({ ...event, serviceUrl: ADDRESS, activity: 'f:1', at: outside.now(), by });
  expect(await mine(outside)).toMatchObject({ installed: true, teamsIds: ['29:anna'] });
});

it('tells of replies that wait for their question, and of none once they are deleted', async () => {
  const outside = await begun();
  const seen = { key: 't1', source: 'thread', life: 'posted', at: outside.now(), postedAt: outside.now() } as const;
  const held = { root: '1', reply: { ...seen, author: ANNA, text: 'Straks' }, heldAt: outside.now() };
  await outside.store.hold(COMMITTEE, held);
  await outside.store.hold(COMMITTEE, { ...held, reply: { ...seen, key: 't2', author: JENS, text: 'Også' } });
  expect((await mine(outside)).waiting).toEqual([{ text: 'Straks', postedAt: seen.postedAt }]);
  await eraseMine(outside.app.deps, COMMITTEE, erasing(outside));
  expect((await mine(outside)).waiting).toEqual([]);
  expect((await mine(outside, JENS)).waiting).toHaveLength(1);
});

it('calls the committee by its own name', async () => {
  const outside = await begun();
  const { version } = (await outside.store.readCommittee(COMMITTEE)) ?? {};
  const setup = { name: 'Lokaludvalget', level: 'local', names: 'shown', members: [], substitutes: [] } as const;
  const committee = { ...(await committeeIn(outside)), setup: { ...setup, revision: 1 } };
  await outside.store.saveCommittee(committee, version);
  expect((await mine(outside)).committee.name).toBe('Lokaludvalget');
});

it('tells whoever answered a proposal that it is remembered', async () => {
  const outside = await begun();
  const { version } = (await outside.store.readCommittee(COMMITTEE)) ?? {};
  const setup = { name: 'MED', level: 'local', names: 'shown', members: [], substitutes: [], revision: 4 } as const;
  const answered = [{ by: ANNA.person, revision: 3, agrees: false }];
  const committee = { ...(await committeeIn(outside)), setup: { ...setup, answered } };
  await outside.store.saveCommittee(committee, version);
  expect((await mine(outside)).listed).toEqual(['answered']);
  expect((await mine(outside, JENS)).listed).toEqual([]);
});

it('tells whose name stands at a line who wrote it down, and both that they did', async () => {
  const outside = await begun();
  const { id, title } = await outside.put('Hvad nu?');
  await writeRoomAnswer(outside.app.deps, place(id), { ...line(outside, 'command-1'), by: JENS, on: 'paper' }, 'Sagt');
  const [found] = (await mine(outside)).answers;
  expect(found).toMatchObject({ key: 'o12345678', text: 'Sagt', writtenBy: JENS.name, paper: true });
  expect((await mine(outside, JENS)).wroteDown).toMatchObject([{ item: title }]);
  expect((await mine(outside, LEAD)).wroteDown).toEqual([]);
});

it('lets whose name stands at a line delete it for good', async () => {
  const outside = await begun();
  const { id } = await outside.put('Hvad nu?');
  const { deps } = outside.app;
  await writeRoomAnswer(deps, place(id), line(outside, 'command-1'), 'Sagt');
  await eraseAnswer(deps, { meeting: id, round: 'r001', key: 'o12345678' }, erasing(outside));
  const again = writeRoomAnswer(deps, place(id), line(outside, 'command-2'), 'Sagt igen');
  await expect(again).rejects.toMatchObject({ code: 'AnswerNotFound' });
  await writeRoomAnswer(deps, place(id), line(outside, 'command-1'), 'Sagt');
  const [row] = (await outside.store.readAllRounds(id)).answers;
  expect(row).toMatchObject({ life: 'forgotten' });
  expect([row?.text, row?.author, row?.writtenBy]).toEqual([undefined, undefined, undefined]);
});

it('keeps no name of a line where names are hidden', async () => {
  const outside = await begun();
  const { id } = await outside.put('Hvad nu?');
  const { value, version } = (await outside.store.readMeeting(id)) ?? {};
  if (value === undefined || version === undefined) throw new Error('there is no item');
  await outside.store.commitMeeting({ ...value, names: 'hidden' }, version, []);
  await writeRoomAnswer(outside.app.deps, place(id), line(outside, 'command-1'), 'Sagt');
  expect(JSON.stringify((await outside.store.readAllRounds(id)).answers)).not.toMatch(/Anna|Lone/);
});

it.each(['eraseTrial', 'eraseMine'] as const)('leaves nothing of a trial behind after %s', async (way) => {
  const outside = await begun();
  const ref = { committee: COMMITTEE, person: ANNA.person };
  await writeTrial(outside.app.deps, ref, 'Først');
  await outside.clock.advance(1_000);
  await writeTrial(outside.app.deps, ref, 'Så');
  const trials = async () =>
    (await outside.store.listDue(plus(outside.now(), 2 * TRIAL_KEPT))).dues.filter((due) => 'trial' in due);
  expect(await trials()).toHaveLength(1);
  await (way === 'eraseTrial'
    ? eraseTrial(outside.app.deps, ref)
    : eraseMine(outside.app.deps, COMMITTEE, erasing(outside)));
  expect(await trials()).toEqual([]);
  expect(await outside.store.readTrial(ref)).toBeUndefined();
});
