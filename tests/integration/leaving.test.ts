import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ChangeSetup } from '#contract/requests';
import type { CommitteeView, ErrorBody, SetupView } from '#contract/responses';
import { type Answered, MATERIAL } from '../support/driver.ts';
import { CommitteeDriver, idOf } from './testing/committee.ts';

// People leave the team in the middle of things: the facilitator, a chair, the other chair. The tests follow one another.
let committee: CommitteeDriver;
let meeting: string;

beforeAll(async () => {
  committee = await CommitteeDriver.start();
  const wish = { title: 'Punkt 4', material: MATERIAL, plan: [{ question: '3/1' }, { question: '3/2' }] };
  const path = addresses.meetings(committee.driver.committee);
  meeting = (await committee.ask('medlem1', 'POST', path, wish)).body.item?.id ?? '';
  await committee.ask('medlem1', 'POST', addresses.rounds(meeting), { question: '3/1' });
});
afterAll(() => committee.driver.stop());

/** Teams tells the app, which has known this person for less than five minutes. */
async function move(as: string, how: 'leave' | 'join'): Promise<void> {
  await committee.driver.teams('POST', `team/${how}`, { as });
  await committee.driver.local.teams.settled();
}

const answer = (as: string): Promise<Answered<CommitteeView & ErrorBody>> =>
  committee.ask(as, 'PUT', addresses.answer(meeting, 'r001'), { text: 'Stadig her', over: 0 });
const takeOver = (as: string, to = as) => committee.ask(as, 'POST', addresses.lead(meeting), { to: idOf(to) });
const you = async (as: string) => (await committee.driver.view(as)).body.you;

describe('a facilitator who leaves the team', () => {
  it('is let in no more with a token that is good for an hour yet', async () => {
    expect((await committee.driver.view('medlem1')).status).toBe(200);
    await move('medlem1', 'leave');
    const viewPath = addresses.view(committee.driver.committee);
    expect(await committee.refusal('medlem1', 'POST', addresses.closing(meeting, 'r001'))).toBe('403 NotMember');
    const { status, body } = await committee.driver.ask<ErrorBody>('medlem1', 'GET', viewPath);
    expect([status, body.code, body.view]).toEqual([403, 'NotMember', undefined]);
    expect((await answer('medlem1')).body.code).toBe('NotMember');
    expect((await committee.driver.view('amr')).body.item?.round).toMatchObject({ status: 'open', answers: [] });
  });

  it('is followed by somebody who holds the keys, and by nobody else', async () => {
    expect((await committee.driver.view('amr')).body.leadLeft).toBe(true);
    expect([(await you('amr')).mayTakeOver, (await you('naestformand')).mayTakeOver]).toEqual([undefined, true]);
    expect(await committee.refusal('amr', 'POST', addresses.lead(meeting), { to: idOf('amr') })).toBe(
      '403 NotFacilitator',
    );
    expect(await committee.refusal('naestformand', 'POST', addresses.lead(meeting), { to: idOf('medlem1') })).toBe(
      '400 PersonNotMember',
    );
    const { status, body } = await takeOver('naestformand');
    expect([status, body.item?.lead]).toEqual([200, { name: 'Jens Bro', mine: true }]);
    expect((await committee.ask('naestformand', 'POST', addresses.closing(meeting, 'r001'))).status).toBe(200);
    expect((await you('formand')).mayTakeOver).toBeUndefined();
    expect((await committee.driver.view('amr')).body.leadLeft).toBeUndefined();
  });

  it('gets in again when they come back, and leads no more', async () => {
    await move('medlem1', 'join');
    const { status, body } = await committee.driver.view('medlem1');
    expect([status, body.item?.lead.mine]).toEqual([200, false]);
    expect(await committee.refusal('medlem1', 'POST', addresses.rounds(meeting), { question: '3/2' })).toBe(
      '403 NotFacilitator',
    );
    await committee.ask('naestformand', 'POST', addresses.ending(meeting));
  });
});

type Body = SetupView & ErrorBody;
const setupPath = (): string => addresses.setup(committee.driver.committee);
const read = async (as: string): Promise<SetupView> => (await committee.driver.ask<Body>(as, 'GET', setupPath())).body;
/** The setup as it stands, with something else about it. */
async function change(as: string, more: Partial<ChangeSetup>): Promise<Answered<Body>> {
  const { setup } = await read(as);
  if (setup === undefined) throw new Error('there is no setup');
  const { revision, name, level, names, chair, deputy, leads, members, substitutes } = setup;
  const people = { chair: chair?.person, deputy: deputy?.person, leads: leads?.person };
  const lists = { members: members.map(({ person }) => person), substitutes: substitutes.map(({ person }) => person) };
  return committee.driver.ask(as, 'PUT', setupPath(), { revision, name, level, names, ...people, ...lists, ...more });
}
const codeOf = ({ status, body }: Answered<Body>): readonly unknown[] => [status, body.code];

describe('a chair who leaves the team', () => {
  it('is shown as gone, and holds the keys no more', async () => {
    await move('formand', 'leave');
    expect((await read('naestformand')).left).toEqual([idOf('formand')]);
    expect(codeOf(await committee.driver.ask<Body>('formand', 'GET', setupPath()))).toEqual([403, 'NotMember']);
    const plan = { title: 'Punkt 5', material: MATERIAL, plan: [{ question: '1/1' }] };
    expect(await committee.refusal('formand', 'POST', addresses.plans(committee.driver.committee), plan)).toBe(
      '403 NotMember',
    );
  });

  it('leaves one who alone changes neither who sees what nor who chairs', async () => {
    expect(codeOf(await change('naestformand', { names: 'hidden' }))).toEqual([409, 'ChairsMissing']);
    const { status, body } = await change('naestformand', { chair: idOf('medlem2') });
    expect([status, body.setup?.chair?.person]).toEqual([200, idOf('formand')]);
    expect(body.setup?.proposal).toMatchObject({ chair: { person: idOf('medlem2') }, agreed: [idOf('naestformand')] });
    expect(body.you.isAsked).toBe(false);
  });

  it('may still say yes when they come back', async () => {
    await move('formand', 'join');
    const { left, setup, you: asked } = await read('formand');
    expect([left, asked.isAsked]).toEqual([[], true]);
    const path = addresses.proposal(committee.driver.committee);
    const said = { revision: setup?.revision, agrees: true };
    const { body } = await committee.driver.ask<Body>('formand', 'POST', path, said);
    expect([body.setup?.chair?.person, body.setup?.proposal]).toEqual([idOf('medlem2'), undefined]);
  });

  it('is replaced by an owner in their place, together with the one who is left', async () => {
    await move('naestformand', 'leave');
    const { status, body } = await change('medlem2', { deputy: idOf('amr') });
    expect([status, body.setup?.deputy?.person]).toEqual([200, idOf('naestformand')]);
    const path = addresses.proposal(committee.driver.committee);
    const said = { revision: body.setup?.revision, agrees: true };
    const settled = (await committee.driver.ask<Body>('formand', 'POST', path, said)).body;
    expect([settled.setup?.deputy?.person, settled.setup?.proposal, settled.left]).toEqual([
      idOf('amr'),
      undefined,
      [],
    ]);
    expect((await committee.driver.view('amr')).body.you.side).toBe('employees');
  });
});
