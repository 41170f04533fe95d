import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import type { ChangeSetup } from '#contract/requests';
import type { ErrorBody, PeopleView, SetupView } from '#contract/responses';
import type { Answered } from '../support/driver.ts';
import { personCalled } from './testing/activities.ts';
import { cardText } from './testing/cards.ts';
import { expectRefused, sendAs } from './testing/refused.ts';
import { expectNothingPersonal, startWatched, type Watched } from './testing/watched.ts';

// What a committee is and who sees what, from nothing to two chairs who have agreed. The tests follow one another.
const ids = (...keys: readonly string[]): string[] => keys.map((key) => personCalled(key).oid);
const [LONE = '', JENS = '', ANNA = '', SOEREN = '', FATIMA = ''] = ids(
  'formand',
  'naestformand',
  'amr',
  'medlem1',
  'medlem2',
);

let app: Watched;
beforeAll(async () => {
  app = await startWatched();
});
afterAll(() => app.stop());

type Body = SetupView & ErrorBody;
const setupPath = (): string => addresses.setup(app.driver.committee);
const read = async (as: string): Promise<SetupView> => (await app.driver.ask<Body>(as, 'GET', setupPath())).body;
const wish = (more: Partial<ChangeSetup> = {}): ChangeSetup => ({
  revision: 0,
  name: 'Lokaludvalget for Lærkeby',
  level: 'local',
  names: 'shown',
  members: [ANNA, SOEREN],
  substitutes: [FATIMA],
  ...more,
});
const CHAIRS = { chair: LONE, deputy: JENS };
const change = (as: string, body: ChangeSetup): Promise<Answered<Body>> => app.driver.ask(as, 'PUT', setupPath(), body);
const answer = (as: string, revision: number, agrees: boolean): Promise<Answered<Body>> =>
  app.driver.ask(as, 'POST', addresses.proposal(app.driver.committee), { revision, agrees });
const codeOf = ({ status, body }: Answered<Body>): readonly unknown[] => [status, body.code];

describe('before anybody has said what the committee is', () => {
  it('everybody is told who may', async () => {
    expect(await read('formand')).toMatchObject({
      channel: 'Lokaludvalget',
      left: [],
      total: 5,
      you: { person: LONE, mayChange: true, isChair: false, isAsked: false },
      isLocked: false,
      materials: [{ slug: 'fremtidens-arbejdsfaellesskaber' }],
    });
    expect((await read('amr')).you).toEqual({ person: ANNA, mayChange: false, isChair: false, isAsked: false });
  });

  it('a member may not', async () => {
    expect(codeOf(await change('amr', wish()))).toEqual([403, 'NotKeeper']);
    expect(codeOf(await answer('amr', 1, true))).toEqual([403, 'NotKeeper']);
  });

  it('an outsider is told nothing', async () => {
    const outsider = { status: 403, code: 'NotMember' } as const;
    for (const path of [setupPath(), addresses.people(app.driver.committee)])
      await expectRefused(await sendAs(app.driver, 'udenfor', 'GET', path), outsider);
    const body = JSON.stringify(wish());
    await expectRefused(await sendAs(app.driver, 'udenfor', 'PUT', setupPath(), body), outsider);
  });

  it('people are found on the team’s roster', async () => {
    const people = addresses.people(app.driver.committee);
    const all = (await app.driver.ask<PeopleView>('amr', 'GET', people)).body;
    expect(all.total).toBe(5);
    expect(all.people.map(({ name }) => name)).toEqual([
      'Anna Holm',
      'Fatima Yıldız',
      'Jens Bro',
      'Lone Krogh',
      'Søren Ødegård',
    ]);
    const one = await app.driver.ask<PeopleView>('amr', 'GET', `${people}?search=${encodeURIComponent('øde')}`);
    expect(one.body.people).toEqual([{ person: SOEREN, name: 'Søren Ødegård' }]);
  });
});

describe('a wrong wish', () => {
  it.each<[string, object, string]>([
    ['a name of blanks', { name: '   ' }, 'name'],
    ['a name of 121 characters', { name: 'x'.repeat(121) }, 'name'],
    ['a level that is none', { level: 'region' }, 'level'],
    ['names that are neither', { names: 'some' }, 'names'],
    ['a member who is no text', { members: [7] }, 'members.0'],
    ['5,001 members', { members: Array.from({ length: 5_001 }, (_, index) => `p${index}`) }, 'members'],
    ['something else', { owner: 'amr' }, 'owner'],
    ['no revision', { revision: undefined }, 'revision'],
  ])('is refused with its field: %s', async (_, more, field) => {
    const body = JSON.stringify({ ...wish(), ...more });
    await expectRefused(await sendAs(app.driver, 'formand', 'PUT', setupPath(), body), {
      status: 400,
      code: 'InputInvalid',
      field,
    });
  });

  it.each<[string, Partial<ChangeSetup>, number, string]>([
    ['one person in both chairs', { chair: LONE, deputy: LONE }, 400, 'ChairsSame'],
    ['hidden names without two chairs', { chair: LONE, names: 'hidden' }, 409, 'ChairsMissing'],
    ['a member who is not in the team', { members: ids('udenfor') }, 400, 'PersonNotMember'],
    ['a chair who is not in the team', { chair: ids('udenfor')[0] ?? '' }, 400, 'PersonNotMember'],
    ['a revision that nobody has seen', { revision: 7 }, 412, 'SetupChanged'],
  ])('is refused with its reason: %s', async (_, more, status, code) => {
    expect(codeOf(await change('formand', wish(more)))).toEqual([status, code]);
    expect((await read('formand')).setup).toBeUndefined();
  });

  it('of an answer to a proposal is refused', async () => {
    const path = addresses.proposal(app.driver.committee);
    for (const [body, field] of [
      [{ revision: 0, agrees: true }, 'revision'],
      [{ revision: 1, agrees: 'ja' }, 'agrees'],
    ] as const)
      await expectRefused(await sendAs(app.driver, 'formand', 'POST', path, JSON.stringify(body)), {
        status: 400,
        code: 'InputInvalid',
        field,
      });
    expect(codeOf(await answer('formand', 1, true))).toEqual([412, 'SetupChanged']);
  });
});

describe('what the committee is', () => {
  it('is said by an owner at once, chairs and all, and stands in everybody’s panel', async () => {
    const { status, body } = await change('formand', wish(CHAIRS));
    expect([status, body.setup?.revision]).toEqual([200, 1]);
    expect(body.setup).toMatchObject({
      chair: { person: LONE, name: 'Lone Krogh' },
      deputy: { person: JENS, name: 'Jens Bro' },
      members: [{ name: 'Anna Holm' }, { name: 'Søren Ødegård' }],
      substitutes: [{ name: 'Fatima Yıldız' }],
    });
    const { body: view } = await app.driver.view('amr');
    expect(view).toMatchObject({
      committee: { name: 'Lokaludvalget for Lærkeby', level: 'local' },
      readers: 5,
      listed: 5,
      names: 'shown',
    });
  });

  it('is changed at once by a chair who owns nothing', async () => {
    const { status, body } = await change('naestformand', wish({ ...CHAIRS, revision: 1, level: 'area' }));
    expect([status, body.setup?.level, body.setup?.revision]).toEqual([200, 'area', 2]);
  });

  it('is not written over what somebody changed meanwhile', async () => {
    const both = ['Lones navn', 'Jens’ navn'].map((name, index) =>
      change(index === 0 ? 'formand' : 'naestformand', wish({ ...CHAIRS, revision: 2, name })),
    );
    const results = await Promise.all(both);
    expect(results.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const { setup } = await read('amr');
    const won = results.find(({ status }) => status === 200);
    expect([setup?.name, setup?.revision]).toEqual([won?.body.setup?.name, 3]);
    const saved = await change('formand', wish({ ...CHAIRS, revision: 3 }));
    expect(saved.body.setup?.name).toBe(wish().name);
  });
});

describe('what both chairs decide', () => {
  it('waits for the other chair, who is asked', async () => {
    const hidden = wish({ ...CHAIRS, revision: 4, names: 'hidden' });
    expect((await change('formand', hidden)).body.setup).toMatchObject({
      names: 'shown',
      proposal: { names: 'hidden', by: { person: LONE }, agreed: [LONE] },
    });
    // The owner's own yes is not both chairs'.
    expect((await answer('formand', 5, true)).body.setup?.names).toBe('shown');
    await app.driver.sees('naestformand', ({ you }) => you.isAsked === true);
    expect((await app.driver.view('formand')).body.you.isAsked).not.toBe(true);
    const { names, you } = (await app.driver.view('amr')).body;
    expect([names, you.isAsked === true]).toEqual(['shown', false]);
    // What is put now is put with names, against what one chair wants: both know, and those who can do nothing about it do not.
    for (const [as, namesWait] of [
      ['formand', 'hidden'],
      ['naestformand', 'hidden'],
      ['medlem1', undefined],
    ] as const)
      expect((await app.driver.view(as)).body.you.namesWait, as).toBe(namesWait);
  });

  it('stays after a no', async () => {
    const { status, body } = await answer('naestformand', 5, false);
    expect([status, body.setup?.proposal, body.setup?.revision]).toEqual([200, undefined, 6]);
    expect(codeOf(await answer('naestformand', 5, true))).toEqual([412, 'SetupChanged']);
    // The same no again, after an answer that got lost.
    expect(await answer('naestformand', 5, false)).toEqual({ status, body });
    expect(JSON.stringify(body)).not.toContain('agrees');
  });

  it('changes when both have agreed', async () => {
    await change('naestformand', wish({ ...CHAIRS, revision: 6, names: 'hidden', leads: ANNA }));
    const { body } = await answer('formand', 7, true);
    expect(body.setup).toMatchObject({ names: 'hidden', leads: { person: ANNA }, revision: 8 });
    expect(body.setup).not.toHaveProperty('proposal');
    expect((await app.driver.view('medlem1')).body.names).toBe('hidden');
    expect((await app.driver.view('amr')).body.you.mayOpen).toBe(true);
  });

  it('is locked while a question is put, and the card says that names are not shown', async () => {
    const item = await app.driver.open(['3/1']);
    await app.driver.put(item, '3/1');
    await app.driver.sees('amr', ({ item: seen }) => seen?.round?.post.status === 'sent');
    const shown = wish({ ...CHAIRS, leads: ANNA, revision: 8, names: 'shown' });
    expect(codeOf(await change('formand', shown))).toEqual([409, 'SetupLocked']);
    expect((await read('amr')).isLocked).toBe(true);
    const { status } = await change('formand', { ...shown, names: 'hidden', name: 'Kun navnet' });
    expect(status).toBe(200);
    expect((await app.driver.view('amr')).body.committee.name).toBe('Kun navnet');
    await app.driver.answer('medlem1', item, 'r001', 'Et svar uden navn');
    await app.driver.channelHas((messages) => messages.some(({ text }) => text.includes('Et svar uden navn')));
    const messages = await app.driver.channel();
    const echo = messages.find(({ text }) => text.includes('Et svar uden navn'));
    expect([echo?.onBehalfOf, /Søren/.test(echo?.text ?? '')]).toEqual([null, false]);
    const card = cardText((await app.driver.thread()).cards);
    expect(card).toContain('Svarer du i tråden, står dit navn dér.');
    expect(card).not.toContain('Dit navn står ved svaret');
    await app.driver.end(item);
    expect((await read('amr')).isLocked).toBe(false);
  });

  it('is taken back by whoever proposed it', async () => {
    const shown = wish({ ...CHAIRS, name: 'Kun navnet', leads: ANNA, revision: 9, names: 'shown' });
    expect((await change('formand', shown)).body.setup?.proposal?.names).toBe('shown');
    expect((await answer('formand', 10, false)).body.setup).toMatchObject({ names: 'hidden', revision: 11 });
  });

  it('is told to whoever leads while it waits, for a question that is put goes without it', async () => {
    await change('formand', wish({ ...CHAIRS, name: 'Kun navnet', leads: ANNA, revision: 11, names: 'shown' }));
    const item = await app.driver.open(['3/2'], {}, 'amr');
    await app.driver.sees('amr', ({ item: seen, you }) => seen?.lead.mine === true && you.namesWait === 'shown');
    await app.driver.put(item, '3/2', 'amr');
    await app.driver.sees('amr', ({ item: seen }) => seen?.round !== undefined && seen.names === 'hidden');
  });
});

it('leaves nobody’s name in the log', () => {
  const words = ['formand', 'naestformand', 'amr', 'medlem1', 'medlem2'].map((key) => personCalled(key).name);
  expectNothingPersonal(app.log(), [...words, 'Lærkeby', 'Et svar uden navn']);
});
