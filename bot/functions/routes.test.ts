import { describe, expect, it } from 'vitest';
import { addresses } from '#contract/addresses';
import { routes } from './routes.ts';

/** Each address with the names of its parts in their places: the pattern that it must be served under. */
const patterns = Object.fromEntries(
  Object.entries({
    view: addresses.view('{committee}'),
    materials: addresses.materials('{committee}'),
    meetings: addresses.meetings('{committee}'),
    plans: addresses.plans('{committee}'),
    setup: addresses.setup('{committee}'),
    proposal: addresses.proposal('{committee}'),
    people: addresses.people('{committee}'),
    opening: addresses.opening('{meeting}'),
    ahead: addresses.ahead('{meeting}'),
    lead: addresses.lead('{meeting}'),
    scribe: addresses.scribe('{meeting}'),
    screen: addresses.screen('{meeting}'),
    extension: addresses.extension('{meeting}', '{round}'),
    roomAnswer: addresses.roomAnswer('{meeting}', '{round}', '{id}'),
    history: addresses.history('{committee}'),
    minutes: addresses.minutes('{meeting}'),
    plan: addresses.plan('{meeting}'),
    rounds: addresses.rounds('{meeting}'),
    closing: addresses.closing('{meeting}', '{round}'),
    skips: addresses.skips('{meeting}'),
    ending: addresses.ending('{meeting}'),
    answer: addresses.answer('{meeting}', '{round}'),
    mine: addresses.mine('{committee}'),
    mineAnswer: addresses.mineAnswer('{meeting}', '{round}', '{answer}'),
    trial: addresses.trial('{committee}'),
    settlement: addresses.settlement('{meeting}', '{post}'),
  } satisfies Record<keyof typeof addresses, string>).map(([name, address]) => [name, decodeURIComponent(address)]),
);

describe('the routes', () => {
  it('serve each address of the contract, and nothing else', () => {
    const served = new Set(routes.map(({ path }) => `/${path}`));
    expect([...served].sort()).toEqual(Object.values(patterns).sort());
  });

  it('are each served once, under a name of their own', () => {
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length);
  });

  it('take input only by a schema, and change nothing without one', () => {
    for (const { name, schema } of routes.filter(({ method }) => method !== 'GET'))
      expect([name, schema !== undefined]).toEqual([name, true]);
  });

  it('name a committee, or a meeting that names its committee', () => {
    for (const { path } of routes) expect(path).toMatch(/^api\/(?:committees\/\{committee\}|meetings\/\{meeting\})\//);
  });

  it('let each do what is theirs', () => {
    const roles = Object.fromEntries(routes.map(({ name, role }) => [name, role]));
    expect(roles).toEqual({
      readTrial: 'member',
      writeTrial: 'member',
      eraseTrial: 'member',
      readView: 'member',
      readMaterials: 'member',
      readHistory: 'member',
      readMinutes: 'member',
      readSetup: 'member',
      findPeople: 'member',
      writeAnswer: 'member',
      deleteAnswer: 'member',
      readMine: 'member',
      eraseMine: 'member',
      eraseAnswer: 'member',
      changeSetup: 'keeper',
      answerProposal: 'keeper',
      openMeeting: 'opener',
      planItem: 'opener',
      openPlanned: 'opener',
      discardPlanned: 'opener',
      changePlan: 'planner',
      sendAhead: 'planner',
      settlePost: 'planner',
      putQuestion: 'facilitator',
      closeRound: 'facilitator',
      extendRound: 'facilitator',
      skipQuestion: 'facilitator',
      appointScribe: 'facilitator',
      showOnScreen: 'facilitator',
      endMeeting: 'facilitator',
      handOver: 'successor',
      writeRoomAnswer: 'recorder',
      deleteRoomAnswer: 'recorder',
    });
  });
});

describe('an address', () => {
  it('keeps each part in one piece, whatever is in it', () => {
    const hostile = 'a/b#c?d%e\\f æ';
    expect(addresses.answer(hostile, hostile).split('/')).toHaveLength(7);
    expect(addresses.settlement(hostile, hostile)).not.toMatch(/[#?\\ æ]/);
  });
});
