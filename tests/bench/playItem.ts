import { createAzureTables } from '#store/azureTables';
import { createStore } from '#store/createStore';
import type { Operation } from '#store/meteredTables';
import { installApp, type Committee } from './committee.ts';
import type { Child } from './forkChild.ts';
import { extraFor, membersCalled } from './people.ts';
import { type Rig, startRig } from './rig.ts';
import { untilQuiet } from './untilQuiet.ts';

/** An item to be played. */
export interface Play {
  readonly people: number;
  readonly questions: readonly string[];
  /** Thread replies of each person over the whole item. */
  readonly repliesEach: number;
  /** Of each question's replies so many come before the bot knows its thread. */
  readonly held: number;
  /** Answers given in the panel, for each question. */
  readonly panel: number;
}

/** What something is written for. */
export type Purpose = 'opening' | 'question' | 'owned' | 'held' | 'panel' | 'closing' | 'ending';

/** What was written for a purpose. */
export interface Tally {
  /** How many things of that kind there were: replies, questions … */
  things: number;
  /** Requests to the table service; a transaction is one. */
  requests: number;
  /** Rows that they wrote or deleted. */
  rows: number;
  /** The same rows, by what kind of row they are. */
  readonly kinds: Map<RowKind, number>;
}
export type RowKind = 'answer' | 'post' | 'due work' | 'head' | 'thread' | 'announcement' | 'held reply' | 'other';
export type Ledger = Readonly<Record<Purpose, Tally>>;

export interface Played {
  readonly ledger: Ledger;
  readonly faults: readonly string[];
}

/** Milliseconds until the bot hears of its thread: enough for replies to come before. */
const HOLD = 1_000;

/** Plays a whole item, waiting after each step until all that it causes is done, and counts what each step wrote. */
export async function playItem(play: Play): Promise<Played> {
  const rig = await startRig({ functions: 1, extraMembers: extraFor(play.people), hold: HOLD });
  try {
    const [functions] = rig.functions;
    if (functions === undefined) throw new Error('no Functions process');
    const committee = await installApp(rig);
    await untilQuiet(functions);
    const stage: Stage = { play, committee, functions, ledger: emptyLedger() };
    const meeting = await committee.open(play.questions);
    note(stage.ledger.opening, 1, await untilQuiet(functions));
    for (const question of play.questions) await playQuestion(stage, meeting, question);
    await committee.end(meeting);
    note(stage.ledger.ending, 1, await untilQuiet(functions));
    return { ledger: stage.ledger, faults: [...functions.complaints, ...(await findLost(rig, meeting, play))] };
  } finally {
    await rig.close();
  }
}

interface Stage {
  readonly play: Play;
  readonly committee: Committee;
  readonly functions: Child;
  readonly ledger: Ledger;
}

async function playQuestion({ play, committee, functions, ledger }: Stage, meeting: string, question: string) {
  const { round, root } = await committee.put(meeting, question);
  const replies = repliesTo(play);
  const reply = (index: number): Promise<string> => committee.reply(personAt(play, index), root, `Svar ${index}`);
  for (let index = 0; index < play.held; index += 1) await reply(index);
  const begun = await untilQuiet(functions);
  const held = begun.filter(isOfReply);
  note(
    ledger.held,
    held.filter(({ name, keys: [key = ''] }) => name === 'insert' && key.startsWith('h!')).length,
    held,
  );
  note(
    ledger.question,
    1,
    begun.filter((operation) => !isOfReply(operation)),
  );

  for (let index = play.held; index < replies; index += 1) await reply(index);
  note(ledger.owned, replies - play.held, await untilQuiet(functions));

  for (let index = 0; index < play.panel; index += 1) {
    await committee.answer(personAt(play, index), meeting, round, `Fra panelet ${index}`);
  }
  note(ledger.panel, play.panel, await untilQuiet(functions));

  await committee.closeRound(meeting, round);
  note(ledger.closing, 1, await untilQuiet(functions));
}

/** Thread replies to each question. */
const repliesTo = ({ people, repliesEach, questions }: Play): number => (people * repliesEach) / questions.length;

const personAt = ({ people }: Play, index: number): string => membersCalled(people)[index % people] ?? '';

/** Rows of held replies and of answers; while a question is put, only held replies become answers. */
const isOfReply = ({ keys: [key = ''] }: Operation): boolean => key.startsWith('h!') || key.includes('!a!');

function note(tally: Tally, things: number, operations: readonly Operation[]): void {
  const written = operations.filter(({ kind }) => kind === 'write');
  tally.things += things;
  tally.requests += written.length;
  for (const { table, keys } of written) {
    tally.rows += keys.length;
    for (const key of keys) {
      const kind = kindOf(table, key);
      tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
    }
  }
}

/** Told from the layout of the keys. */
function kindOf(table: Operation['table'], key: string): RowKind {
  if (table === 'Due') return 'due work';
  if (key === 'head') return 'head';
  if (key.includes('!a!')) return 'answer';
  if (key.includes('p!')) return 'post';
  const kinds: Readonly<Record<string, RowKind>> = { t: 'thread', s: 'announcement', h: 'held reply' };
  return kinds[key.charAt(0)] ?? 'other';
}

function emptyLedger(): Ledger {
  const none = (): Tally => ({ things: 0, requests: 0, rows: 0, kinds: new Map() });
  return {
    opening: none(),
    question: none(),
    held: none(),
    owned: none(),
    panel: none(),
    closing: none(),
    ending: none(),
  };
}

async function findLost({ azurite }: Rig, meeting: string, play: Play): Promise<readonly string[]> {
  const store = createStore(createAzureTables({ url: azurite.url, credential: azurite.credential }));
  const { answers } = await store.readAllRounds(meeting);
  const wanted = (repliesTo(play) + play.panel) * play.questions.length;
  return answers.length === wanted ? [] : [`${wanted} answers were given and ${answers.length} are stored`];
}
