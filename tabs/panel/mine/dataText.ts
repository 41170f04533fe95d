import type { MineAnswer, MineView } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import { wordsOf } from '../../app/wordsOf.ts';
import { aboutAnswer, givenLine } from './aboutAnswer.ts';
import { dayOf } from './dayOf.ts';
import type { MineText } from './useMineText.ts';

/** Everything that is stored about a person as text to be read. A part of which there is nothing is left out. */
export function dataText(mine: MineView, text: MineText): string {
  const parts = [
    head(mine, text),
    ...list('mine.text.seats', seats(mine, text), text),
    ...answersOf(mine, text),
    ...deletedOf(mine, text),
    ...waitingOf(mine, text),
    ...list('mine.text.led', tasks(mine.led, text), text),
    ...list('mine.text.wroteDown', tasks(mine.wroteDown, text), text),
    ...trialOf(mine, text),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Lines under a heading, where there are any. */
const list = (heading: Parameters<MineText>[0], lines: readonly string[], text: MineText): readonly string[] =>
  lines.length === 0 ? [] : [[text(heading), ...lines.map((line) => `- ${line}`)].join('\n')];

const head = ({ committee, readAt, person, teamsIds, installed }: MineView, text: MineText): string =>
  [
    text('mine.text.head'),
    text('mine.text.from', { committee: committee.name, date: dayOf(readAt, text), at: new Date(readAt) }),
    '',
    text('mine.text.name', { name: person.name }),
    text('mine.text.id', { id: person.person }),
    ...teamsIds.map((id) => text('mine.text.teamsId', { id })),
    ...(installed ? [text('mine.text.installed')] : []),
  ].join('\n');

const seats = ({ listed }: MineView, text: MineText): readonly string[] =>
  listed.map((seat) => text(`mine.text.seat.${seat}`));

const tasks = (items: MineView['led'], text: MineText): readonly string[] =>
  items.map(({ item, openedAt }) => text('mine.item', { item, date: dayOf(openedAt, text) }));

/** Item, day and question: what an answer was an answer to. */
const asked = ({ item, postedAt, question }: Pick<MineAnswer, 'item' | 'postedAt' | 'question'>, text: MineText) => [
  text('mine.item', { item, date: dayOf(postedAt, text) }),
  text('mine.text.question', { question }),
];

function answersOf({ answers }: MineView, text: MineText): readonly string[] {
  if (answers.length === 0) return [];
  const told = answers.map((answer) =>
    [
      ...asked(answer, text),
      text('mine.text.answer', { answer: wordsOf(answer.text, text) }),
      aboutAnswer(answer, text),
      ...(answer.link === undefined ? [] : [text('mine.text.thread', { link: answer.link })]),
    ].join('\n'),
  );
  return [text('mine.text.answers', { count: answers.length }), ...told];
}

function deletedOf({ deleted }: MineView, text: MineText): readonly string[] {
  if (deleted.length === 0) return [];
  const told = deleted.map((trace) => {
    const gone = text('mine.text.deletedOn', { date: dayOf(trace.deletedAt, text), at: new Date(trace.deletedAt) });
    return [...asked(trace, text), `${givenLine(trace, text)}${DOT}${gone}`].join('\n');
  });
  return [text('mine.text.deleted', { count: deleted.length }), ...told];
}

function waitingOf({ waiting }: MineView, text: MineText): readonly string[] {
  if (waiting.length === 0) return [];
  const told = waiting.map((reply) =>
    [
      text('mine.text.answer', { answer: wordsOf(reply.text, text) }),
      `${dayOf(reply.postedAt, text)}${DOT}${givenLine({ source: 'thread', postedAt: reply.postedAt }, text)}`,
    ].join('\n'),
  );
  return [text('mine.text.waiting'), ...told];
}

const trialOf = ({ trial }: MineView, text: MineText): readonly string[] =>
  trial === undefined
    ? []
    : [
        [
          text('mine.trial'),
          trial.text,
          text('mine.trial.about', { date: dayOf(trial.at, text), at: new Date(trial.at) }),
        ].join('\n'),
      ];
