import type { PlannedView } from '../../api/views.ts';

/** What is printed of an item. */
export interface PaperItem {
  readonly title: string;
  readonly plan: readonly PlannedView[];
  /** Who leads it; absent while nobody does. */
  readonly lead?: string | undefined;
  /** Who writes down what is said, if anybody. */
  readonly scribe?: string | undefined;
}
