import type { Operation } from '#store/meteredTables';
import { installApp, type Committee } from './committee.ts';
import { type Figure, type Outcome, table } from './figures.ts';
import type { Child } from './forkChild.ts';
import { type Rig, startRig } from './rig.ts';
import { untilQuiet } from './untilQuiet.ts';

/** An item to be played. */
interface Play {
  readonly people: number;
  readonly questions: readonly string[];
  /** Thread replies of each person over the whole item. */
  readonly repliesEach: number;
  /** Of each question's replies so many come before the bot knows its thread. */
  readonly heldEach: number;
  /** Answers given in the panel, for each question. */
  readonly panelEach: number;
}

const LONG: Play = { people: 12, questions: ['3/1', '3/2', '3/3'], repliesEach: 10, heldEach: 2, panelEach: 2 };
/** One item on an agenda: eight minutes, one question. */
const USUAL: Play = { people: 12, questions: ['3/1'], repliesEach: 1, heldEach: 0, panelEach: 0 };

/** Long enough for the second half of a question's replies to be there before the bot knows its thread. */
const HOLD = 700;
const MOST = 2;

/** What is written, and for what: a line each. */
type Line = 'opening' | 'questions' | 'replies' | 'held' | 'panel' | 'closing' | 'ending';
const LINES: Readonly<Record<Line, string>> = {
  opening: 'opening the item',
  questions: 'putting a question: post, thread',
  replies: 'thread replies in owned threads',
  held: 'held thread replies',
  panel: 'panel answers, with their echoes',
  closing: 'closing a question, with its card’s update',
  ending: 'ending the item, with its digest',
};

/** What was written for a line. */
interface Tally {
  /** How many of the line's things there were. */
  things: number;
  requests: number;
  rows: number;
}
type Ledger = Record<Line, Tally>;

/** How many rows are written for an item, counted at the table client. */
export async function writes(): Promise<Outcome> {
  const long = await play(LONG);
  const usual = await play(USUAL);
  const replies = long.ledger.replies;
  const perReply = replies.rows / replies.things;
  const { answers, rows } = totalOf(long.ledger);
  const all = rows / answers;
  const few = totalOf(usual.ledger);
  const figures: Figure[] = [
    {
      name: 'rows written for a reply in an owned thread',
      measured: `${perReply.toFixed(2)} (${replies.rows} for ${replies.things})`,
      bar: { wanted: '1', met: perReply === 1 },
    },
    {
      name: 'rows written for an answer, whole item',
      measured: `${all.toFixed(2)} (${rows} for ${answers})`,
      bar: { wanted: `≤ ${MOST}`, met: all <= MOST },
    },
    {
      name: 'the same, one question and one reply each',
      measured: `${(few.rows / few.answers).toFixed(2)} (${few.rows} for ${few.answers})`,
    },
  ];
  return { figures, faults: [...long.faults, ...usual.faults] };
}

const totalOf = ({ ...ledger }: Ledger): { answers: number; rows: number } => ({
  answers: ledger.replies.things + ledger.held.things + ledger.panel.things,
  rows: Object.values(ledger).reduce((sum, { rows }) => sum + rows, 0),
});

async function play(item: Play): Promise<{ ledger: Ledger; faults: readonly string[] }> {
  const rig = await startRig({ functions: 1, extraMembers: item.people - 5, hold: HOLD });
  try {
    const committee = await installApp(rig);
    const ledger = await playItem(rig, committee, item);
    console.log(`${item.people} people, ${item.questions.length} questions, ${item.repliesEach} replies each`);
    console.log(tableOf(ledger));
    return { ledger, faults: rig.functions.flatMap(({ complaints }) => complaints) };
  } finally {
    await rig.close();
  }
}
