import { type Answer, isEdited, isLate, isLiving, isPreparation } from './answer.ts';
import type { CommitteeId, MeetingId, PersonId, QuestionId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import {
  aheadOf,
  currentRound,
  type Meeting,
  type MeetingTheme,
  type Names,
  type PlannedQuestion,
  questionOf,
  type Round,
  type Screen,
} from './meeting.ts';
import { MODES } from './modes.ts';
import { aheadPostKey, digestPostKey, type Post, questionPostKey } from './post.ts';
import { type ChannelAddress, postView, type PostView, type UnsettledView, unsettledOf } from './postView.ts';
import type { Level, Side } from './setup.ts';

/** What is read for one poll of an item: its head, and the answers and posts of at least the current round and the digest. */
export interface Snapshot {
  readonly meeting: Meeting;
  readonly answers: readonly Answer[];
  readonly posts: readonly Post[];
  /** The greatest service timestamp among the rows read. */
  readonly version: Instant;
}

/** Who looks. */
export interface Caller {
  readonly person: PersonId;
}

export interface AnswerView {
  /** Stable within one view; holds no id of a person. The key of what was said in the room. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly mine: boolean;
  readonly source: Answer['source'];
  readonly text?: string | undefined;
  readonly postedAt: Instant;
  readonly edited: boolean;
  readonly late: boolean;
  /** It came before the question was put, which was sent out beforehand. */
  readonly prepared?: true | undefined;
  /** The side whose own wording it is. */
  readonly side?: Side | undefined;
  /** How often it was written, to write over what was said in the room. */
  readonly revision?: number | undefined;
}

export interface PlannedView {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
  readonly theme?: { readonly number: number; readonly title: string } | undefined;
  readonly minutes: number;
  readonly angle?: string | undefined;
  readonly sentence?: number | undefined;
  readonly status: 'waiting' | 'skipped' | 'open' | 'closed';
  /** Where it stands in the channel since it was sent out beforehand. */
  readonly ahead?: PostView | undefined;
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
  /** When its minutes are over, by the server's clock. */
  readonly endsAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  readonly answers: readonly AnswerView[];
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
    /** Whoever led the open item has left the team, and the caller may take it over. */
    readonly mayTakeOver?: true | undefined;
    /** A change of what both chairs decide waits for the caller's yes or no. */
    readonly isAsked?: true | undefined;
  };
  readonly item?: MeetingView | undefined;
  /** Told only while no item is open, to those who may open one. */
  readonly next?: NextView | undefined;
}

/** An item as one person may see it: it marks what is theirs, hides what the mode hides, and names nobody's id. */
export function view(snapshot: Snapshot, caller: Caller, address: ChannelAddress, chosen: Names): MeetingView {
  const { meeting } = snapshot;
  const { scribe } = meeting;
  const round = currentRound(meeting);
  const mine = meeting.lead.person === caller.person;
  return {
    id: meeting.id,
    committee: meeting.committee,
    version: snapshot.version,
    status: meeting.status === 'ended' ? 'ended' : 'open',
    title: meeting.title,
    lead: { name: meeting.lead.name, mine },
    scribe: scribe && { name: scribe.name, mine: scribe.person === caller.person },
    names: round === undefined ? chosen : meeting.names,
    screen: meeting.screen,
    plan: planView(snapshot, address),
    round: round && roundView(snapshot, round, caller, address),
    openedAt: meeting.openedAt,
    endedAt: meeting.status === 'ended' ? meeting.endedAt : undefined,
    digest: postOf(snapshot, digestPostKey(1), address),
    unsettled: mine ? unsettledOf(meeting, snapshot.posts) : [],
  };
}

type Rows = Pick<Snapshot, 'meeting' | 'posts'>;

const planView = (rows: Rows, address: ChannelAddress): readonly PlannedView[] =>
  rows.meeting.plan.map((question) => plannedView(rows, question, address));

/** An item that is being prepared, as those see it who may open it. */
export const nextView = (rows: Rows, address: ChannelAddress): NextView => ({
  id: rows.meeting.id,
  title: rows.meeting.title,
  plan: planView(rows, address),
  unsettled: unsettledOf(rows.meeting, rows.posts),
});

function plannedView(rows: Rows, question: PlannedQuestion, address: ChannelAddress): PlannedView {
  const { meeting } = rows;
  const ahead = aheadOf(meeting, question.id);
  const theme = meeting.themes.find((other) => other.number === question.theme);
  const round = meeting.rounds.find((other) => other.question === question.id);
  return {
    id: question.id,
    text: question.text,
    points: question.points,
    theme: theme && { number: theme.number, title: theme.title },
    minutes: question.minutes,
    angle: question.angle,
    sentence: question.sentence,
    status: round?.status ?? (question.skipped ? 'skipped' : 'waiting'),
    ahead: ahead && aheadView(rows, ahead.round, address),
    round: round?.id,
  };
}

/** Its row may be of a round that is not read any more: then it is long in the channel. */
const aheadView = (rows: Rows, round: RoundId, address: ChannelAddress): PostView =>
  postOf(rows, aheadPostKey(round), address) ?? { key: aheadPostKey(round), status: 'sent' };

function roundView(snapshot: Snapshot, round: Round, caller: Caller, address: ChannelAddress): RoundView {
  const { meeting } = snapshot;
  const question = questionOf(meeting, round.question);
  return {
    id: round.id,
    status: round.status,
    position: meeting.plan.findIndex((other) => other.id === round.question) + 1,
    of: meeting.plan.length,
    question: { text: question?.text ?? '', points: question?.points ?? [], angle: question?.angle },
    theme: meeting.themes.find((theme) => theme.number === question?.theme),
    putAt: round.putAt,
    putBy: round.putBy,
    endsAt: round.endsAt,
    closedAt: round.status === 'closed' ? round.closedAt : undefined,
    answers: visibleAnswers(snapshot, round, caller),
    mine: ownAnswer(snapshot, round, caller),
    post: postOf(snapshot, questionPostKey(round.id), address) ?? {
      key: questionPostKey(round.id),
      status: 'sending',
    },
  };
}

const ofRound = (snapshot: Snapshot, round: Round): readonly Answer[] =>
  snapshot.answers.filter((answer) => answer.round === round.id && isLiving(answer));

const isBy = (answer: Answer, caller: Caller): boolean => answer.author?.person === caller.person;

/** Oldest first. A round whose minimum is not reached shows nothing to anybody. */
function visibleAnswers(snapshot: Snapshot, round: Round, caller: Caller): readonly AnswerView[] {
  const rules = MODES[round.mode];
  const living = ofRound(snapshot, round);
  const isAhead = aheadOf(snapshot.meeting, round.question) !== undefined;
  const hidden = rules.visibleTo === 'author' && round.status === 'open';
  if (!hidden && living.length < rules.minimum) return [];
  return living
    .filter((answer) => !hidden || isBy(answer, caller))
    .sort((left, right) => (left.postedAt === right.postedAt ? 0 : left.postedAt < right.postedAt ? -1 : 1))
    .map((answer, index) => ({
      id: answer.source === 'own' ? `${answer.postedAt}.${index}` : answer.key,
      name: snapshot.meeting.names === 'shown' || isBy(answer, caller) ? answer.author?.name : undefined,
      mine: isBy(answer, caller),
      source: answer.source,
      text: answer.text,
      postedAt: answer.postedAt,
      edited: isEdited(answer),
      late: isLate(answer, round),
      prepared: (isAhead && isPreparation(answer, round.putAt)) || undefined,
      side: answer.side,
      revision: answer.source === 'room' ? answer.revision : undefined,
    }));
}

function ownAnswer(snapshot: Snapshot, round: Round, caller: Caller): RoundView['mine'] {
  const answer = ofRound(snapshot, round).find((other) => other.source === 'own' && isBy(other, caller));
  return (
    answer && {
      text: answer.text ?? '',
      at: answer.at,
      late: isLate(answer, round),
      revision: answer.revision,
      side: answer.side,
    }
  );
}

function postOf({ meeting, posts }: Rows, key: string, address: ChannelAddress): PostView | undefined {
  const post = posts.find((other) => other.key === key);
  return post && postView(meeting, post, address);
}
