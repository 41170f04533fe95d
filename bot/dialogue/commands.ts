import type { CommandId, CommitteeId, QuestionId, RoundId, TeamId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Language, MeetingTheme, Person } from './meeting.ts';

/** A question as somebody chooses it for a plan, already looked up in the material (or the committee's own). */
export interface ChosenQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
  readonly theme?: number | undefined;
}

interface CommandBase {
  readonly id: CommandId;
  readonly at: Instant;
  readonly by: Person;
}

export interface OpenMeeting extends CommandBase {
  readonly committee: CommitteeId;
  readonly team: TeamId;
  readonly title: string;
  readonly language: Language;
  readonly teamsMeeting?: string | undefined;
  readonly themes: readonly MeetingTheme[];
  readonly plan: readonly ChosenQuestion[];
}

/** What a facilitator (or, for `endMeeting`, Teams or the clock) can do to an item. */
export type Command = CommandBase &
  (
    | {
        readonly type: 'changePlan';
        readonly revision: number;
        readonly plan: readonly ChosenQuestion[];
        readonly themes: readonly MeetingTheme[];
      }
    | { readonly type: 'putQuestion'; readonly question: QuestionId }
    | { readonly type: 'closeRound'; readonly round: RoundId }
    | { readonly type: 'skipQuestion'; readonly question: QuestionId }
    | { readonly type: 'takeUpQuestion'; readonly question: QuestionId }
    | { readonly type: 'endMeeting'; readonly cause: 'facilitator' | 'teams' | 'time' }
  );
