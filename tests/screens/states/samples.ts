import { materials } from '#compiled/materials';
import type { MaterialsView } from '#contract/responses';
import { sentencesOf } from '#dialogue/sentences';
import type { AnswerView, ItemView, PlannedView, RoundView } from '../../../tabs/api/views.ts';
import { anAnswer, anItem, aPlanned, aRound, at, aView } from '../../../tabs/testing/views.ts';

/** The project's own material, as the server gives it. */
export const MATERIALS: MaterialsView = {
  materials: materials.map((material) => ({
    ...material,
    themes: material.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.map((question) => ({ ...question, sentences: sentencesOf(question.text) })),
    })),
  })),
};

/** What committees talk about: long, as it is in the material, and not as short as tests have it. */
const theme = materials[0]?.themes.find(({ number }) => number === 3);
const [FIRST, SECOND, THIRD] = theme?.questions ?? [];
const THEME = { number: 3, title: theme?.title ?? '', language: materials[0]?.language };
/** A word that fits on no line of a narrow panel. */
export const LONG_WORD = 'arbejdsmiljørepræsentantuddannelsesplanlægningsudvalgsformand';

/** Leads to a reply in Teams. */
export const REPLY_LINK = 'https://teams.microsoft.com/l/message/x/4';

export const LEAD = { name: 'Anna Holm', mine: true } as const;

export const plan = (...statuses: PlannedView['status'][]): readonly PlannedView[] =>
  [FIRST, SECOND, THIRD].map((question, index) => {
    const status = statuses[index] ?? 'waiting';
    const isPut = status === 'open' || status === 'closed';
    return aPlanned({
      id: question?.id ?? '',
      text: question?.text ?? '',
      points: question?.points ?? [],
      theme: THEME,
      status,
      ...(isPut && { round: `r00${index + 1}` }),
    });
  });

/** An item with the material's own questions. */
const item = (change: Partial<ItemView> = {}): ItemView =>
  anItem({ title: THEME.title, plan: plan('open'), ...change });

export const round = (change: Partial<RoundView> = {}): RoundView =>
  aRound({
    of: 3,
    question: { text: FIRST?.text ?? '', points: FIRST?.points ?? [] },
    theme: { ...THEME, direction: theme?.direction ?? [] },
    ...change,
    answers: withMine(change),
  });

/** What somebody has answered stands among the answers too. */
function withMine({ answers: all = [], mine }: Partial<RoundView>): readonly AnswerView[] {
  if (mine === undefined || all.some((answer) => answer.mine)) return all;
  const { text, at: postedAt, late } = mine;
  const name = all.some((answer) => answer.name === undefined) ? undefined : LEAD.name;
  return [...all, anAnswer({ id: 'own', mine: true, name, source: 'own', text, postedAt, late })];
}

/** A question that is put. */
export const viewOf = (change: Partial<RoundView> = {}, of: Partial<ItemView> = {}) =>
  aView({ item: item({ round: round(change), ...of }), names: of.names ?? 'shown' });

export const viewOfItem = (change: Partial<ItemView> = {}) => aView({ item: item(change) });

/** The second question, after a closed first one. */
export const second = (change: Partial<RoundView> = {}): RoundView =>
  round({
    id: 'r002',
    position: 2,
    putAt: at('10:41'),
    question: { text: SECOND?.text ?? '', points: SECOND?.points ?? [] },
    post: { key: 'r002!p!q', status: 'sent', link: 'https://teams.microsoft.com/l/message/x/3' },
    ...change,
  });

/** From the question on, until it is closed in the states that tell of that, one after the other. */
export const answers = (count: number, change: Partial<AnswerView> = {}): readonly AnswerView[] =>
  Array.from({ length: count }, (_, index) =>
    anAnswer({
      id: `t${index + 1}`,
      name: NAMES[index % NAMES.length] ?? '',
      source: index % 3 === 0 ? 'own' : 'thread',
      text: TEXTS[index % TEXTS.length] ?? '',
      postedAt: at(`10:${32 + Math.floor((index * 8) / count)}`),
      ...change,
    }),
  );

export const LONG_ANSWER = Array.from(
  { length: 12 },
  (_, index) => `${index + 1}. Hos os virker det, at lederen sætter en halv time af hver fredag i den første måned.`,
).join('\n');

const NAMES = ['Jens Bro', 'Mette Østergaard Kjærulff-Christoffersen', 'Ali Yıldız', 'Bo'];
const TEXTS = [
  'Vi mangler en fast makker den første uge. Nye spørger den, der tilfældigvis går forbi.',
  'Ja.',
  `Opgavebeskrivelsen skal ligge klar, før man begynder – se ${LONG_WORD}.`,
  'En rundvisning er ikke nok. Man skal også vide, hvem man kan gå til, når det bliver svært, og hvornår.',
];
