import { useEffect, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { type Drafts, PLAN_DRAFT } from '../answer/drafts.ts';
import type { Choice } from './choices.ts';

/** A plan while it is written: all that stands in the form. */
export interface PlanDraft {
  readonly title: string;
  /** What the item was called when this was begun; absent for a new one. */
  readonly baseTitle?: string | undefined;
  /** What somebody else has called it meanwhile, where both gave it another name. */
  readonly theirTitle?: string | undefined;
  /** The slug of the material that is chosen from; empty where there is none. */
  readonly material: string;
  readonly choices: readonly Choice[];
  /** A question of the committee's own that is not added yet. */
  readonly own: string;
  /** The plan as it stood when this was begun; empty for a new one. */
  readonly base: readonly Choice[];
  /** Others' versions of questions that both changed. */
  readonly theirs: readonly Choice[];
  /** What was written about questions that have been put meanwhile, which nothing can change any more. */
  readonly overtaken?: readonly Choice[];
}

export interface KeptDraft {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  /** Begun earlier on this device, and not finished. */
  readonly isRestored: boolean;
  readonly beginAgain: () => void;
  /** Done with: nothing of it stays on the device. */
  readonly forget: () => void;
}

/**
 * The draft of a plan, kept like a draft answer: Teams throws the page away whenever somebody looks at something else.
 * @param of what it is the plan of: an item's id, or the committee's for a new one
 */
export function usePlanDraft(of: string, first: () => PlanDraft): KeptDraft {
  const { drafts } = useServices();
  const [restored, setRestored] = useState(() => readPlanDraft(drafts, of));
  const [begun] = useState(first);
  const [draft, setDraft] = useState(restored ?? begun);
  useEffect(() => {
    if (draft !== restored && draft !== begun) drafts.write(of, PLAN_DRAFT, JSON.stringify(draft));
  }, [drafts, of, draft, restored, begun]);
  const forget = (): void => forgetPlanDraft(drafts, of);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    isRestored: restored !== undefined,
    beginAgain: () => {
      forget();
      setRestored(undefined);
      setDraft(begun);
    },
    forget,
  };
}

/** The draft that was left on this device, if there is one. */
export const readPlanDraft = (drafts: Drafts, of: string): PlanDraft | undefined => parse(drafts.read(of, PLAN_DRAFT));

export const forgetPlanDraft = (drafts: Drafts, of: string): void => drafts.write(of, PLAN_DRAFT, '');

/** What an older version of the app has left, or somebody else's hand, is no draft. */
function parse(stored: string): PlanDraft | undefined {
  try {
    const value: unknown = JSON.parse(stored);
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const areTexts = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

const isDraft = (value: unknown): value is PlanDraft =>
  isObject(value) &&
  areTexts(value['title'], value['material'], value['own'], value['baseTitle'] ?? '', value['theirTitle'] ?? '') &&
  [value['choices'], value['base'], value['theirs'], value['overtaken'] ?? []].every(
    (list) => Array.isArray(list) && list.every(isChoice),
  );

const isChoice = (value: unknown): value is Choice =>
  isObject(value) &&
  areTexts(value['id'], value['text'], value['minutes'], value['angle']) &&
  ['number', 'undefined'].includes(typeof value['sentence']);
