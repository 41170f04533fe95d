import type { Instant } from './instant.ts';
import type { Team } from './team.ts';

/** What Teams told of the app in a team: it was added or removed, or something else happened that shows it there. */
export interface ToldOfTeam {
  readonly change: 'added' | 'removed' | 'seen';
  /** Teams' own time of it; absent where Teams did not tell. */
  readonly at?: Instant | undefined;
}

/**
 * Whether something newer is known already: Teams tells again what was not heard, and two instances hear in any order.
 * At one and the same time the addition counts, so that it may be told again. What has no time counts as new.
 */
export function isOvertaken(known: Team | undefined, { change, at }: ToldOfTeam): boolean {
  if (known?.toldAt === undefined || at === undefined) return false;
  return change === 'added' ? at < known.toldAt : at <= known.toldAt;
}
