import type { Chosen } from '../../api/api.ts';
import type { DialogueMaterial, PlannedView, Theme } from '../../api/views.ts';

/** A question somebody has chosen for the plan, in order. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

const OWN = 'own/';

export const ownChoice = (text: string, id: string): Choice => ({ id: `${OWN}${id}`, text });

export const isOwn = ({ id }: Choice): boolean => id.startsWith(OWN);

/** As the contract wants them: a question of the material by its id, one of the committee's own with its text. */
export const toChosen = (choices: readonly Choice[]): Chosen[] =>
  choices.map((choice) => (isOwn(choice) ? { id: choice.id, own: choice.text } : { question: choice.id }));

/** What of a plan can still be changed: a question that was put is part of the record. */
export const changeable = (plan: readonly PlannedView[]): readonly Choice[] =>
  plan.filter(({ status }) => status === 'waiting' || status === 'skipped');

export const toggled = (choices: readonly Choice[], choice: Choice): readonly Choice[] =>
  choices.some(({ id }) => id === choice.id)
    ? without(choices, choice.id)
    : [...choices, { id: choice.id, text: choice.text }];

export const without = (choices: readonly Choice[], id: string): readonly Choice[] =>
  choices.filter((choice) => choice.id !== id);

/** Moves the choice at `index` by one place, up (`-1`) or down (`1`); at the end of the list nothing happens. */
export function moved(choices: readonly Choice[], index: number, by: -1 | 1): readonly Choice[] {
  const [here, there] = [choices[index], choices[index + by]];
  if (here === undefined || there === undefined) return choices;
  return choices.map((choice, place) => (place === index ? there : place === index + by ? here : choice));
}

/** How many of a theme's questions are chosen. */
export const countOf = (theme: Theme, choices: readonly Choice[]): number =>
  theme.questions.filter(({ id }) => choices.some((choice) => choice.id === id)).length;

/** The material that a plan was made from: the view does not say, but question ids and texts do. */
export const materialOf = (
  materials: readonly DialogueMaterial[],
  plan: readonly Choice[],
): DialogueMaterial | undefined =>
  materials.find(({ themes }) =>
    themes.some(({ questions }) =>
      questions.some(({ id, text }) => plan.some((choice) => choice.id === id && choice.text === text)),
    ),
  ) ?? materials[0];
