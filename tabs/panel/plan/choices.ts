import type { Chosen } from '../../api/api.ts';
import { DEFAULT_MINUTES } from '../../api/planLimits.ts';
import type { DialogueMaterial, PlannedView, QuestionView, Theme } from '../../api/views.ts';

/** A question somebody has chosen for the plan, in order, with what they have written about it as it stands in the fields. */
export interface Choice {
  readonly id: string;
  /** The words as far as they are known without the material. */
  readonly text: string;
  /** As written: what is no number stays in its field. */
  readonly minutes: string;
  /** *Dagens vinkel*; empty for none. */
  readonly angle: string;
  /** The one sentence that is asked, from 0; absent where it is the whole question. */
  readonly sentence?: number | undefined;
}

const OWN = 'own/';

export const aChoice = (question: { readonly id: string; readonly text: string }): Choice => ({
  id: question.id,
  text: question.text,
  minutes: String(DEFAULT_MINUTES),
  angle: '',
});

export const ownChoice = (text: string, id: string): Choice => aChoice({ id: `${OWN}${id}`, text });

export const isOwn = ({ id }: Pick<Choice, 'id'>): boolean => id.startsWith(OWN);

/** As the contract wants them: a question of the material by its id, one of the committee's own with its text. */
export const toChosen = (choices: readonly Choice[]): Chosen[] =>
  choices.map(({ id, text, minutes, angle, sentence }) => {
    const added = { minutes: Number(minutes), ...(angle.trim() !== '' && { angle: angle.trim() }) };
    if (isOwn({ id })) return { id, own: text, ...added };
    return { question: id, ...(sentence !== undefined && { sentence }), ...added };
  });

/** Whether both are not there, or would be saved as the same. */
export const isSame = (one: Choice | undefined, other: Choice | undefined): boolean =>
  JSON.stringify(one && toChosen([one])) === JSON.stringify(other && toChosen([other]));

export const toChoice = ({ id, text, minutes, angle = '', sentence }: PlannedView): Choice => ({
  id,
  text,
  minutes: String(minutes),
  angle,
  ...(sentence !== undefined && { sentence }),
});

/** What of a plan can still be changed: a question that was put is part of the record. */
export const changeable = (plan: readonly PlannedView[]): readonly Choice[] =>
  plan.filter(({ status }) => status === 'waiting' || status === 'skipped').map(toChoice);

export const toggled = (choices: readonly Choice[], question: { readonly id: string; readonly text: string }) =>
  choices.some(({ id }) => id === question.id) ? without(choices, question.id) : [...choices, aChoice(question)];

export const without = (choices: readonly Choice[], id: string): readonly Choice[] =>
  choices.filter((choice) => choice.id !== id);

/** Puts one choice in the place of the one with the same id. */
export const changed = (choices: readonly Choice[], choice: Choice): readonly Choice[] =>
  choices.map((other) => (other.id === choice.id ? choice : other));

/** Moves the choice at `from` to the place `to`; beyond the ends of the list nothing happens. */
export function moved(choices: readonly Choice[], from: number, to: number): readonly Choice[] {
  const choice = choices[from];
  if (choice === undefined || to < 0 || to >= choices.length) return choices;
  return choices.toSpliced(from, 1).toSpliced(to, 0, choice);
}

/** How many of a theme's questions are chosen. */
export const countOf = (theme: Theme, choices: readonly Choice[]): number =>
  theme.questions.filter(({ id }) => choices.some((choice) => choice.id === id)).length;

/** The question of the material that was chosen; absent for one of the committee's own. */
export const questionOf = (material: DialogueMaterial | undefined, { id }: Choice): QuestionView | undefined =>
  material?.themes.flatMap(({ questions }) => questions).find((question) => question.id === id);

/** The theme that a question belongs to; absent for one of the committee's own. */
export const themeOf = (material: DialogueMaterial | undefined, choice: Choice | undefined): Theme | undefined =>
  material?.themes.find(({ questions }) => questions.some(({ id }) => id === choice?.id));

/** What is asked, word for word: one sentence of the question, or all of it. */
export const wordsOf = ({ text, sentence }: Choice, question: QuestionView | undefined): string =>
  (sentence === undefined ? question?.text : question?.sentences[sentence]) ?? text;

/** The material that a plan was made from: the view does not say, but question ids and texts do. */
export const materialOf = (
  materials: readonly DialogueMaterial[],
  plan: readonly Pick<Choice, 'id' | 'text'>[],
): DialogueMaterial | undefined =>
  materials.find(({ themes }) =>
    themes.some(({ questions }) =>
      // The plan may hold one sentence of it.
      questions.some(({ id, text }) => plan.some((choice) => choice.id === id && text.includes(choice.text))),
    ),
  ) ?? materials[0];
