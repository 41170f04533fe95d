import type { QuestionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { threadLink } from './link.ts';
import type { DialogueMaterial, Question, Theme } from './material.ts';
import type { ChannelAddress } from './postView.ts';
import type { Committee, HistoryEntry, HistoryQuestion } from './team.ts';

/** An item that has ended, as the history lists it: no answers, and nobody's name. */
export interface HistoryItemView extends Omit<HistoryEntry, 'digest' | 'discarded'> {
  /** Leads to the digest's thread in Teams. */
  readonly digest?: string | undefined;
}

/** A question of a material, and when the committee last took it. */
export interface TakenView {
  /** The material's slug: ids of questions are the material's own. */
  readonly material: string;
  readonly question: QuestionId;
  /** When the item was opened in which it was put. */
  readonly at: Instant;
}

/** A committee's history. Newest items first. */
export interface HistoryView {
  readonly items: readonly HistoryItemView[];
  readonly taken: readonly TakenView[];
}

/** Makes the view of what was stored, newest first, and of the materials as they stand today. */
export function historyView(
  committee: Pick<Committee, 'id'>,
  entries: readonly HistoryEntry[],
  materials: readonly DialogueMaterial[],
  { tenant, group }: ChannelAddress,
): HistoryView {
  return {
    items: entries.map(({ digest, ...entry }) => ({
      ...entry,
      digest: digest === undefined ? undefined : threadLink({ committee: committee.id, root: digest, tenant, group }),
    })),
    taken: materials.flatMap(({ slug, themes }) =>
      themes.flatMap((theme) =>
        theme.questions.flatMap((question): TakenView[] => {
          const at = entries.find(({ questions }) => questions.some((put) => isSame(put, question, theme)))?.openedAt;
          return at === undefined ? [] : [{ material: slug, question: question.id, at }];
        }),
      ),
    ),
  };
}

/** Two materials may number their questions alike; the theme's title tells them apart where it is known. */
const isSame = (put: HistoryQuestion, question: Question, theme: Theme): boolean =>
  put.id === question.id && (put.theme === undefined || put.theme.title === theme.title);
