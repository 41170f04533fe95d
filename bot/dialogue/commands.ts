import type { CommandId, CommitteeId, PersonId, QuestionId, RoundId, TeamId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Language, MeetingTheme, Names, Person, Screen } from './meeting.ts';

/** A question as somebody chooses it for a plan, already looked up in the material (or the committee's own). */
export interface ChosenQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
  readonly theme?: number | undefined;
  /** `DEFAULT_MINUTES` where left out. */
  readonly minutes?: number | undefined;
  readonly angle?: string | undefined;
  readonly sentence?: number | undefined;
}

interface CommandBase {
  readonly id: CommandId;
  readonly at: Instant;
  readonly by: Person;
  /** Who must lead the item, where it is open, for this to be theirs to do; absent where it does not hang on that. */
  readonly ledBy?: PersonId | undefined;
}

/** Opens an item at once, or begins to prepare one. */
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
        /** The plan that whoever changed it began from: what others changed meanwhile is kept beside it. */
        readonly base: readonly ChosenQuestion[];
        readonly title?: string | undefined;
        /** The title that they began from; absent where nobody knows. */
        readonly baseTitle?: string | undefined;
        readonly plan: readonly ChosenQuestion[];
        readonly themes: readonly MeetingTheme[];
      }
    /** Throws a prepared item away: nothing can be done to it from then on. */
    | { readonly type: 'discard' }
    /** Opens an item that was prepared; whoever opens it leads it. */
    | { readonly type: 'openPlanned'; readonly teamsMeeting?: string | undefined }
    /** What the first question fixes. `names`: the committee's choice as it stands; `beside`: the Teams meeting that runs. */
    | {
        readonly type: 'putQuestion';
        readonly question: QuestionId;
        readonly names?: Names;
        readonly beside?: string | undefined;
      }
    /** Two minutes more, from the end of its time or, where that is over, from now. */
    | { readonly type: 'extendRound'; readonly round: RoundId }
    | { readonly type: 'handOver'; readonly to: Person }
    | { readonly type: 'appointScribe'; readonly scribe: Person | undefined }
    | { readonly type: 'showOnScreen'; readonly screen: Screen }
    | { readonly type: 'closeRound'; readonly round: RoundId }
    /** *Send spørgsmålet ud på forhånd*. */
    | { readonly type: 'sendAhead'; readonly question: QuestionId }
    /** The same once more, where the message in the channel is gone. */
    | { readonly type: 'sendAheadAgain'; readonly round: RoundId }
    /** *Send det ikke*, for one of which nobody knows whether it came into the channel, or that Teams refused. */
    | { readonly type: 'giveUpAhead'; readonly round: RoundId }
    | { readonly type: 'skipQuestion'; readonly question: QuestionId }
    | { readonly type: 'takeUpQuestion'; readonly question: QuestionId }
    | { readonly type: 'endMeeting'; readonly cause: 'facilitator' | 'teams' | 'time' }
  );
