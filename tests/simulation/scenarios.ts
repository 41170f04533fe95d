import type { Command, OpenMeeting } from '#dialogue/commands';
import { lead } from '#usecases/lead';
import { openItem, openPlanned } from '#usecases/openItem';
import { deleteAnswer, writeAnswer } from '#usecases/ownAnswers';
import { planItem } from '#usecases/planItem';
import { takeCardAnswer } from '#usecases/takeCardAnswer';
import { COMMITTEE, LEAD, SERVICE_URL, TEAM, TENANT, type World } from './world.ts';

const QUESTIONS = ['Hvordan styrker vi velkomsten?', 'Hvad vil vi prøve?'];
const ANNA = { person: 'p-anna', name: 'Anna' };
const BO = { person: 'p-bo', name: 'Bo' };

/** What people wrote that must be there in the end: by author, the text. */
export type Expected = Readonly<Record<string, string | undefined>>;

export interface Scenario {
  readonly name: string;
  /** Plays it and returns the item and what must be kept of each round: reply or own answer → text. */
  play(world: World): Promise<{ readonly meeting: string; readonly expected: Expected }>;
}

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'at' | 'by'> : never) : never;

/** An item with two questions in its plan. */
export async function open(world: World): Promise<string> {
  const command = opening(world);
  return (await world.act(({ deps }) => openItem(deps, command))).id;
}

const opening = (world: World): OpenMeeting => ({
  id: 'command-open',
  at: world.now(),
  by: LEAD,
  committee: COMMITTEE,
  team: TEAM,
  language: 'da',
  title: 'Punkt 4',
  themes: [{ number: 1, title: 'En attraktiv arbejdsplads', direction: ['Vi vil.'] }],
  plan: QUESTIONS.map((text, index) => ({ id: `1/${index + 1}`, text, points: [], theme: 1 })),
});

let commands = 0;
/** The facilitator does something. */
export function command(world: World, meeting: string, wish: Wish): Promise<unknown> {
  commands += 1;
  const whole = { ...wish, id: `command-${commands}`, at: world.now(), by: LEAD } as Command;
  return world.act(({ deps }) => lead(deps, meeting, whole));
}

/** Somebody answers under the question the moment it stands in the channel, before the bot knows its id. */
function answerAtOnce(world: World, text: string, heard: (message: string) => void): void {
  world.onMade = (made) => {
    if (made.id !== made.root || made.content.summary.startsWith('Opsamling')) return;
    const message = world.channel.nextId();
    heard(message);
    world.tell({ root: made.root, message, life: 'posted', text, at: new Date(Number(message)).toISOString() });
  };
}

const rootOf = (world: World): string => {
  const question = world.channel.messages.findLast((message) => message.id === message.root);
  return question?.root ?? '1';
};

export const putAndWait = async (world: World, meeting: string, question: string): Promise<void> => {
  await command(world, meeting, { type: 'putQuestion', question });
  await world.clock.advance(1_000);
};

/** An item with its first question put and in the channel. */
export async function openOneQuestion(world: World): Promise<string> {
  const meeting = await open(world);
  await putAndWait(world, meeting, '1/1');
  return meeting;
}

export const threadAnswers: Scenario = {
  name: 'a question, an immediate reply, a later one that is edited, one that is deleted, and the digest',
  async play(world) {
    const expected: Record<string, string | undefined> = {};
    answerAtOnce(world, 'straks', (message) => (expected[`t${message}`] = 'straks'));
    const meeting = await open(world);
    await putAndWait(world, meeting, '1/1');
    // Nobody can reply under a question that did not come: only what stands in the channel has a thread.
    if (world.channel.messages.length > 0) {
      const [edited, deleted] = [world.channel.nextId(), world.channel.nextId()];
      const root = rootOf(world);
      world.tell({ root, message: edited, life: 'posted', text: 'først', at: new Date(Number(edited)).toISOString() });
      world.tell({
        root,
        message: deleted,
        life: 'posted',
        text: 'fortrudt',
        at: new Date(Number(deleted)).toISOString(),
      });
      await world.clock.advance(2_000);
      world.tell({ root, message: edited, life: 'edited', text: 'rettet' });
      world.tell({ root, message: deleted, life: 'deleted', author: undefined });
      expected[`t${edited}`] = 'rettet';
      expected[`t${deleted}`] = undefined;
    }
    await world.clock.advance(2_000);
    await command(world, meeting, { type: 'closeRound', round: 'r001' });
    await command(world, meeting, { type: 'endMeeting', cause: 'facilitator' });
    return { meeting, expected };
  },
};

export const ownAnswers: Scenario = {
  name: 'answers from the panel that are changed and deleted, one from the card, and their echoes',
  async play(world) {
    const meeting = await open(world);
    await putAndWait(world, meeting, '1/1');
    const at = { meeting, round: 'r001' };
    const by = (id: string, who: typeof ANNA) => ({ id, at: world.now(), by: who, mri: `29:${who.person}` });
    const first = by('own-1', ANNA);
    await world.act(({ deps }) => writeAnswer(deps, at, { ...first, from: 'panel', over: 0 }, 'fra panelet'));
    const data = { post: { table: 'Meetings', partition: meeting, key: 'r001!p!q' }, answer: 'fra kortet' };
    // Only what stands in the channel can be pressed.
    const card = world.channel.messages.find((message) => message.id === message.root);
    if (card !== undefined) await pressCard(world, card.root, data);
    await world.clock.advance(3_000);
    const second = by('own-2', ANNA);
    await world.act(({ deps }) => writeAnswer(deps, at, { ...second, from: 'panel', over: 1 }, 'rettet i panelet'));
    const gone = by('own-3', BO);
    if (card !== undefined) await world.act(({ deps }) => deleteAnswer(deps, at, gone));
    await command(world, meeting, { type: 'closeRound', round: 'r001' });
    await command(world, meeting, { type: 'endMeeting', cause: 'facilitator' });
    return { meeting, expected: { 'mp-anna': 'rettet i panelet', ...(card && { 'mp-bo': undefined }) } };
  },
};

/** Bo presses *Svar* on the card that starts a thread. */
export const pressCard = (world: World, root: string, data: unknown): Promise<unknown> =>
  world.act(({ deps }) =>
    takeCardAnswer(deps, {
      type: 'cardAnswered',
      committee: COMMITTEE,
      team: TEAM,
      tenant: TENANT,
      serviceUrl: SERVICE_URL,
      root,
      author: { ...BO, mri: '29:bo' },
      data,
    }),
  );

export const lateAnswers: Scenario = {
  name: 'two questions, a reply after closing and one after the end',
  async play(world) {
    const expected: Record<string, string | undefined> = {};
    const meeting = await open(world);
    await putAndWait(world, meeting, '1/1');
    const root = world.channel.messages.length > 0 ? rootOf(world) : undefined;
    const reply = (text: string): void => {
      if (root === undefined) return;
      const message = world.channel.nextId();
      expected[`t${message}`] = text;
      world.tell({ root, message, life: 'posted', text, at: new Date(Number(message)).toISOString() });
    };
    await command(world, meeting, { type: 'closeRound', round: 'r001' });
    await world.clock.advance(1_000);
    reply('efter lukning');
    await putAndWait(world, meeting, '1/2');
    await command(world, meeting, { type: 'endMeeting', cause: 'facilitator' });
    await world.clock.advance(10_000);
    reply('efter slut');
    return { meeting, expected };
  },
};

/** The message of the channel that a Teams meeting's chat hangs under. */
export const MEETING_CHAT = '1700000000000';

/**
 * An item that is prepared days before: its second question is sent out beforehand and then put first, in a meeting
 * whose chat is told where to answer.
 */
export const sentAhead: Scenario = {
  name: 'a question sent out beforehand with a reply at once, the item opened and the question put',
  async play(world) {
    const expected: Record<string, string | undefined> = {};
    answerAtOnce(world, 'på forhånd', (message) => (expected[`t${message}`] = 'på forhånd'));
    const meeting = await plan(world);
    await command(world, meeting, { type: 'sendAhead', question: '1/2' });
    await world.clock.advance(2_000);
    world.onMade = () => undefined;
    const teamsMeeting = btoa(`0#${COMMITTEE}#${MEETING_CHAT}`);
    const by = { at: world.now(), by: LEAD, teamsMeeting };
    await world.act(({ deps }) => openPlanned(deps, meeting, { ...by, id: 'command-opened' }));
    await putAndWait(world, meeting, '1/2');
    await command(world, meeting, { type: 'closeRound', round: 'r001' });
    await command(world, meeting, { type: 'endMeeting', cause: 'facilitator' });
    return { meeting, expected };
  },
};

async function plan(world: World): Promise<string> {
  await world.act(({ deps }) => planItem(deps, opening(world)));
  const next = (await world.store.readCommittee(COMMITTEE))?.value.next;
  if (next === undefined) throw new Error('nothing was planned');
  return next;
}

export const scenarios: readonly Scenario[] = [threadAnswers, ownAnswers, lateAnswers, sentAhead];
