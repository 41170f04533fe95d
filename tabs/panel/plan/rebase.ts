import { type Choice, isSame } from './choices.ts';

type Plan = readonly Choice[];

/** What two people made of one plan, brought together as far as it goes. */
export interface Rebased {
  readonly choices: Plan;
  /** The others' version of each question that both changed in different ways; in `choices` it stands as this person wrote it. */
  readonly theirs: Plan;
}

/**
 * Sets what somebody wrote upon what is stored by now, by the rules of the server's `mergePlans`, except that nothing is
 * refused. `base`: what both began from.
 */
export function rebase(base: Plan, theirs: Plan, mine: Plan): Rebased {
  const conflicts = theirs.filter((one) => isConflict(find(base, one.id), one, find(mine, one.id)));
  const ids = isMoved(base, mine) ? inserted(mine, theirs) : inserted(theirs, mine);
  const choices = ids.flatMap((id) => chosen(find(base, id), find(theirs, id), find(mine, id)) ?? []);
  return { choices, theirs: conflicts };
}

const find = (plan: Plan, id: string): Choice | undefined => plan.find((choice) => choice.id === id);

function chosen(base: Choice | undefined, theirs: Choice | undefined, mine: Choice | undefined): Choice | undefined {
  if (isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  return mine ?? theirs;
}

const isConflict = (base: Choice | undefined, theirs: Choice, mine: Choice | undefined): boolean =>
  mine !== undefined && !isSame(theirs, mine) && !isSame(base, theirs) && !isSame(base, mine);

/** Whether what is in both stands in another order. */
function isMoved(base: Plan, mine: Plan): boolean {
  const stayed = base.filter(({ id }) => find(mine, id));
  const kept = mine.filter(({ id }) => find(base, id));
  return kept.some(({ id }, index) => stayed[index]?.id !== id);
}

/** The ids of `first` in their order, and those of `second` alone each after the one it stands behind there. */
function inserted(first: Plan, second: Plan): readonly string[] {
  return second.reduce(
    (order, { id }, index) => {
      if (order.includes(id)) return order;
      const behind = second[index - 1];
      return order.toSpliced(behind === undefined ? 0 : order.indexOf(behind.id) + 1, 0, id);
    },
    first.map(({ id }) => id),
  );
}
