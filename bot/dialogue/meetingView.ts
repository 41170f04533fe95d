import type { Answer } from './answer.ts';
import type { CommitteeId, MeetingId, QuestionId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { MeetingTheme, Names, Round, Screen } from './meeting.ts';
import type { ReadBack } from './readBack.ts';
import type { PostView, UnsettledView } from './postView.ts';
import type { Level, Side } from './setup.ts';

export interface AnswerView {
  /** Stable within one view; holds no id of a person. The key of what was said in the room. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly mine: boolean;
  readonly source: Answer['source'];
  readonly text?: string | undefined;
  /** Leads to it in Teams, where there is nothing of it to read: a picture alone, or words that Teams has not told. */
  readonly link?: string | undefined;
  readonly postedAt: Instant;
  readonly edited: boolean;
  readonly late: boolean;
  /** It came before the question was put, which was sent out beforehand. */
  readonly prepared?: true | undefined;
  /** The side whose own wording it is. */
  readonly side?: Side | undefined;
  /** Who wrote down what was said in the room in somebody else's name; told to whoever is told that name. */
  readonly writtenBy?: string | undefined;
  /** It was handed in on paper. */
  readonly paper?: true | undefined;
  /** How often it was written, to write over what was said in the room. */
  readonly revision?: number | undefined;
}

/** A question that was sent out beforehand. `gone`: it stood in the channel, and somebody has deleted it there. */
export interface AheadView extends Omit<PostView, 'status'> {
  readonly status: PostView['status'] | 'gone';
  /** How many replies to it there are so far. Told only while the item is prepared. */
  readonly replies?: number | undefined;
}

export interface PlannedView {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
  readonly theme?: Pick<MeetingTheme, 'number' | 'title' | 'language'> | undefined;
  readonly minutes: number;
  readonly angle?: string | undefined;
  readonly sentence?: number | undefined;
  readonly status: 'waiting' | 'skipped' | 'open' | 'closed';
  /** Where it stands in the channel since it was sent out beforehand. */
  readonly ahead?: AheadView | undefined;
  /** The round in which it was put. */
  readonly round?: RoundId | undefined;
}

export interface RoundView {
  readonly id: RoundId;
  readonly status: Round['status'];
  /** Position in the plan, from 1, of how many. */
  readonly position: number;
  readonly of: number;
  readonly question: {
    readonly text: string;
    readonly points: readonly string[];
    readonly angle?: string | undefined;
  };
  readonly theme?: MeetingTheme | undefined;
  readonly putAt: Instant;
  readonly putBy: string;
  /** The caller put it. Others may have the same name. */
  readonly putByYou?: true | undefined;
  /** When its minutes are over, by the server's clock. */
  readonly endsAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  readonly answers: readonly AnswerView[];
  /** What came of reading its thread back; absent until that was tried. */
  readonly readBack?: ReadBack['status'] | undefined;
  /** The caller's own answer from panel or card. `revision` goes with what they write over it. */
  readonly mine?:
    | {
        readonly text: string;
        readonly at: Instant;
        readonly late: boolean;
        readonly revision: number;
        readonly side?: Side | undefined;
      }
    | undefined;
  readonly post: PostView;
}

export interface MeetingView {
  readonly id: MeetingId;
  readonly committee: CommitteeId;
  readonly version: Instant;
  readonly status: 'open' | 'ended';
  readonly title: string;
  readonly lead: { readonly name: string; readonly mine: boolean };
  readonly scribe?: { readonly name: string; readonly mine: boolean } | undefined;
  /** Whether names stand at the answers; until a question is put it is what the committee has chosen. */
  readonly names: Names;
  readonly screen: Screen;
  readonly plan: readonly PlannedView[];
  readonly round?: RoundView | undefined;
  readonly openedAt: Instant;
  /** When it ends if nobody leads on before, by the server's clock; absent once it is over. */
  readonly endsByItselfAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly digest?: PostView | undefined;
  /** What waits for the facilitator to say whether it came into the channel; empty for everybody else. */
  readonly unsettled: readonly UnsettledView[];
}

/** An item that is being prepared. */
export interface NextView {
  readonly id: MeetingId;
  readonly title: string;
  readonly plan: readonly PlannedView[];
  /** Questions sent out beforehand of which nobody knows whether they came into the channel. */
  readonly unsettled: readonly UnsettledView[];
}

/** A question that was sent out beforehand. */
export interface PreparingView {
  readonly id: QuestionId;
  readonly text: string;
  /** What it is written in, where that is known: it is of the material. */
  readonly language?: string | undefined;
  /** Leads to its thread in Teams. */
  readonly link: string;
}

/** What the panel polls: the committee, and the item that is open or was open last. Sent with an ETag. */
export interface CommitteeView {
  readonly committee: {
    readonly id: CommitteeId;
    readonly name: string;
    readonly level?: Level | undefined;
    /** Slug of the material that is offered first. */
    readonly material?: string | undefined;
  };
  /** How many people can read the channel; absent where Teams did not tell. */
  readonly readers?: number | undefined;
  /** How many are on the committee's own list; absent until there is one. */
  readonly listed?: number | undefined;
  /** Whether the committee shows names at answers. */
  readonly names: Names;
  readonly you: {
    readonly name: string;
    /** Owns the team, chairs the committee or leads its items, so may prepare and open one. Told only while none is open. */
    readonly mayOpen: boolean;
    /** The side that the caller chairs. */
    readonly side?: Side | undefined;
    /** Whether they may open one is not known, because nobody has let the app see who owns the team. */
    readonly permissionMissing?: true | undefined;
    /** Whoever leads the open item has left the team, and the caller may take it over. */
    readonly mayTakeOver?: true | undefined;
    /** A change of what both chairs decide waits for the caller's yes or no. */
    readonly isAsked?: true | undefined;
    /**
     * Another choice of names waits for both chairs, and what is put before they agree goes without it. Told to the chairs, to
     * those who may open an item, and to whoever leads the one that is open.
     */
    readonly namesWait?: Names | undefined;
  };
  readonly item?: MeetingView | undefined;
  /** Whoever leads the open item is in the team no more. */
  readonly leadLeft?: true | undefined;
  /** Questions that stand in the channel to be prepared. Told only while no item is open, to those who may not open one. */
  readonly preparing?: readonly PreparingView[] | undefined;
  /** Told only while no item is open, to those who may open one. */
  readonly next?: NextView | undefined;
}
