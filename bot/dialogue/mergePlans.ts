import type { ChosenQuestion } from './commands.ts';
import { DialogueError } from './errors.ts';
import { isSame } from './sameQuestion.ts';

type Plan = readonly ChosenQuestion[];

/**
 * Brings together what two people made of one plan. `base`: what both began from; `theirs`: what is stored by now; `mine`:
 * what is to be stored. What either added stays, what either took out goes unless the other has changed it, and the
 * order is that of whoever moved something (mine, where both did).
 * @throws DialogueError `PlanChanged` where both changed the same question in different ways
 */
export function mergePlans(base: Plan, theirs: Plan, mine: Plan): Plan {
  const [before, other] = [byId(base), byId(theirs)];
  const merged = new Map(
    [...mine, ...theirs.filter(({ id }) => !mine.some((one) => one.id === id))].flatMap((question) => {
      const kept = mergeQuestion(before.get(question.id), other.get(question.id), byId(mine).get(question.id));
      return kept === undefined ? [] : [[kept.id, kept] as const];
    }),
  );
  const order = isMoved(base, mine) ? inserted(mine, theirs) : inserted(theirs, mine);
  return order.flatMap((id) => merged.get(id) ?? []);
}

const byId = (plan: Plan): ReadonlyMap<string, ChosenQuestion> =>
  new Map(plan.map((question) => [question.id, question]));

function mergeQuestion(
  base: ChosenQuestion | undefined,
  theirs: ChosenQuestion | undefined,
  mine: ChosenQuestion | undefined,
): ChosenQuestion | undefined {
  if (isSame(theirs, mine) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  // One took it out and the other changed it: the words are kept.
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  throw new DialogueError('PlanChanged', mine.id);
}

/** Whether what is in both stands in another order. */
function isMoved(base: Plan, mine: Plan): boolean {
  const stayed = base.filter(({ id }) => mine.some((one) => one.id === id));
  const kept = mine.filter(({ id }) => base.some((one) => one.id === id));
  return kept.some(({ id }, index) => stayed[index]?.id !== id);
}

/** The ids of `first` in their order, and those of `second` alone each after the one it stands behind there. */
function inserted(first: Plan, second: Plan): readonly string[] {
  const order = first.map(({ id }) => id);
  second.forEach(({ id }, index) => {
    if (order.includes(id)) return;
    const behind = second[index - 1];
    order.splice(behind === undefined ? 0 : order.indexOf(behind.id) + 1, 0, id);
  });
  return order;
}
