import type { ChosenQuestion } from '#dialogue/commands';
import { DialogueError } from '#dialogue/errors';
import type { DialogueMaterial } from '#dialogue/material';
import type { MeetingTheme } from '#dialogue/meeting';

/** A question as somebody chose it: of the material by its id, or the committee's own by its words. */
export type Choice = { readonly question: string } | { readonly id: string; readonly own: string };

/**
 * Looks the chosen questions up, so that the item carries their texts as they stand today.
 * @throws DialogueError `QuestionUnknown`
 */
export function choosePlan(
  materials: readonly DialogueMaterial[],
  slug: string,
  choices: readonly Choice[],
): { readonly plan: readonly ChosenQuestion[]; readonly themes: readonly MeetingTheme[] } {
  const material = materials.find((other) => other.slug === slug);
  if (material === undefined) throw new DialogueError('QuestionUnknown', slug);
  const plan = choices.map((choice) => choose(material, choice));
  const themes = material.themes
    .filter((theme) => plan.some((question) => question.theme === theme.number))
    .map(({ number, title, direction }) => ({ number, title, direction }));
  return { plan, themes };
}

function choose(material: DialogueMaterial, choice: Choice): ChosenQuestion {
  if ('own' in choice) return { id: choice.id, text: choice.own, points: [] };
  for (const theme of material.themes) {
    const question = theme.questions.find((other) => other.id === choice.question);
    if (question !== undefined) return { ...question, theme: theme.number };
  }
  throw new DialogueError('QuestionUnknown', choice.question);
}
