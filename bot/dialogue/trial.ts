import type { CommitteeId, PersonId } from './ids.ts';
import { elapsed, type Instant } from './instant.ts';

/** What somebody wrote to try the app. It is no answer: no item, thread, digest or history knows of it. */
export interface Trial {
  readonly text: string;
  readonly at: Instant;
}

/** Whose, and where: one person has at most one in a committee. */
export interface TrialRef {
  readonly committee: CommitteeId;
  readonly person: PersonId;
}

/** Milliseconds after which it is deleted by itself. */
export const TRIAL_KEPT = 24 * 60 * 60_000;

/** Whether its time is over: then nobody sees it any more, also where the timer has not come yet. */
export const isTrialOver = ({ at }: Trial, now: Instant): boolean => elapsed(at, now) >= TRIAL_KEPT;
