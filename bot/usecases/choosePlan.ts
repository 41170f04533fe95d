import type { ChosenQuestion } from '#dialogue/commands';
import { DialogueError } from '#dialogue/errors';
import type { DialogueMaterial, Question } from '#dialogue/material';
import type { MeetingTheme } from '#dialogue/meeting';
import { sentencesOf } from '#dialogue/sentences';

/** A question as somebody chose it: of the material by its id, or the committee's own by its words. */
export type Choice = Added &
  (
    | { readonly question: string; readonly sentence?: number | undefined }
    | { readonly id: string; readonly own: string }
  );

type Added = Pick<ChosenQuestion, 'minutes' | 'angle'>;

/**
 * Looks the chosen questions up, so that the item carries their texts as they stand today.
 * @throws DialogueError `MaterialUnknown`, `QuestionUnknown`
 */
export function choosePlan(
  materials: readonly DialogueMaterial[],
  slug: string,
  choices: readonly Choice[],
): { readonly plan: readonly ChosenQuestion[]; readonly themes: readonly MeetingTheme[] } {
  const material = materials.find((other) => other.slug === slug);
  if (material === undefined) throw new DialogueError('MaterialUnknown', slug);
  const plan = choices.map((choice) => choose(material, choice));
  const themes = material.themes
    .filter((theme) => plan.some((question) => question.theme === theme.number))
    .map(({ number, title, direction }) => ({ number, title, direction, language: material.language }));
  return { plan, themes };
}

function choose(material: DialogueMaterial, choice: Choice): ChosenQuestion {
  const { minutes, angle } = choice;
  if ('own' in choice) return { id: choice.id, text: choice.own, points: [], minutes, angle };
  for (const theme of material.themes) {
    const question = theme.questions.find((other) => other.id === choice.question);
    if (question !== undefined) return { ...cut(question, choice.sentence), theme: theme.number, minutes, angle };
  }
  throw new DialogueError('QuestionUnknown', choice.question);
}

/** One sentence of a question, word for word, without what stands under the whole. */
function cut(question: Question, sentence: number | undefined): Omit<ChosenQuestion, 'theme'> {
  if (sentence === undefined) return question;
  const text = sentencesOf(question.text)[sentence];
  if (text === undefined) throw new DialogueError('QuestionUnknown', question.id);
  return { id: question.id, text, points: [], sentence };
}
