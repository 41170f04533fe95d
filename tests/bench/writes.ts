import { type Figure, type Outcome, table } from './figures.ts';
import { type Ledger, type Play, type Played, playItem, type Purpose } from './playItem.ts';

/** Three questions, 120 replies in threads, some of them at once, and now and then an answer in the panel. */
const LONG: Play = { people: 12, questions: ['3/1', '3/2', '3/3'], repliesEach: 10, held: 2, panel: 2 };
/** One question on an agenda, and a reply from each. */
const SHORT: Play = { people: 12, questions: ['3/1'], repliesEach: 1, held: 0, panel: 0 };
const MOST = 2;

const LINES: Readonly<Record<Purpose, string>> = {
  opening: 'opening the item',
  question: 'putting a question, its post and thread',
  held: 'thread reply, held until the thread is known',
  owned: 'thread reply in an owned thread',
  panel: 'answer in the panel, with its echo',
  closing: 'closing a question, with its card’s update',
  ending: 'ending the item, with its digest',
};

/** How many rows are written for an item, counted at the client of the tables. */
export async function writes(): Promise<Outcome> {
  const long = await played(LONG);
  const short = await played(SHORT);
  return {
    figures: [...lineFigures(long.ledger), kindFigure(long.ledger), ...totalFigures(long.ledger, short.ledger)],
    faults: [...long.faults, ...short.faults, ...notHeld(long.ledger)],
  };
}

async function played(play: Play): Promise<Played> {
  const { people, questions, repliesEach } = play;
  const done = await playItem(play);
  console.log(`${people} people, questions: ${questions.length}, replies of each in threads: ${repliesEach}`);
  const lines = inOrder.map((purpose) => {
    const { things, requests, rows } = done.ledger[purpose];
    return [LINES[purpose], String(things), String(requests), String(rows), perThing(done.ledger, purpose)];
  });
  const { answers, rows } = totalOf(done.ledger);
  console.log(table([['what for', 'how many', 'write requests', 'rows', 'rows each'], ...lines]));
  console.log(`${rows} rows for ${answers} answers\n`);
  return done;
}

const inOrder = Object.keys(LINES) as Purpose[];

const perThing = (ledger: Ledger, purpose: Purpose): string => {
  const { rows, things } = ledger[purpose];
  return things === 0 ? '–' : (rows / things).toFixed(2);
};

function lineFigures(ledger: Ledger): readonly Figure[] {
  const { rows, things } = ledger.owned;
  return inOrder.map((purpose) => ({
    name: `rows written: ${LINES[purpose]}`,
    measured: perThing(ledger, purpose),
    ...(purpose === 'owned' && { bar: { wanted: 'exactly 1', met: rows === things } }),
  }));
}

/** What an own answer costs: `answer 1.00, post 3.00 …`. */
function kindFigure({ panel: { kinds, things } }: Ledger): Figure {
  const parts = [...kinds].map(([kind, rows]) => `${kind} ${(rows / things).toFixed(2)}`);
  return { name: `rows written: ${LINES.panel}, by kind`, measured: parts.join(', ') };
}

function totalFigures(long: Ledger, short: Ledger): readonly Figure[] {
  const [all, few] = [totalOf(long), totalOf(short)];
  const each = all.rows / all.answers;
  return [
    {
      name: `rows written an answer, item of ${all.answers} answers`,
      measured: each.toFixed(2),
      bar: { wanted: `≤ ${MOST}`, met: each <= MOST },
    },
    { name: `the same, item of ${few.answers} answers`, measured: (few.rows / few.answers).toFixed(2) },
  ];
}

function totalOf(ledger: Ledger): { readonly answers: number; readonly rows: number } {
  return {
    answers: ledger.owned.things + ledger.held.things + ledger.panel.things,
    rows: inOrder.reduce((sum, purpose) => sum + ledger[purpose].rows, 0),
  };
}

function notHeld(ledger: Ledger): readonly string[] {
  const wanted = LONG.held * LONG.questions.length;
  return ledger.held.things === wanted ? [] : [`${ledger.held.things} of ${wanted} replies had to be held`];
}
