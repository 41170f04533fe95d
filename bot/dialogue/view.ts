import { type Answer, isEdited, isLate, isLiving } from './answer.ts';
import type { CommitteeId, MeetingId, PersonId, QuestionId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import {
  currentRound,
  type Meeting,
  type MeetingTheme,
  type PlannedQuestion,
  questionOf,
  type Round,
} from './meeting.ts';
import { MODES } from './modes.ts';
import { digestPostKey, type Post, questionPostKey } from './post.ts';
import { type ChannelAddress, postView, type PostView, type UnsettledView, unsettledOf } from './postView.ts';

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
  /** Stable within one view; holds no id of a person. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly mine: boolean;
  readonly source: Answer['source'];
  readonly text?: string | undefined;
  readonly postedAt: Instant;
  readonly edited: boolean;
  readonly late: boolean;
}

export interface PlannedView {
  readonly id: QuestionId;
  readonly text: string;
  readonly points: readonly string[];
  readonly theme?: { readonly number: number; readonly title: string } | undefined;
  readonly status: 'waiting' | 'skipped' | 'open' | 'closed';
  /** The round in which it was put. */
  readonly round?: RoundId | undefined;
}

export interface RoundView {
  readonly id: RoundId;
  readonly status: Round['status'];
  /** Position in the plan, from 1, of how many. */
  readonly position: number;
  readonly of: number;
  readonly question: { readonly text: string; readonly points: readonly string[] };
  readonly theme?: MeetingTheme | undefined;
  readonly putAt: Instant;
  readonly putBy: string;
  readonly closedAt?: Instant | undefined;
  readonly answers: readonly AnswerView[];
  /** The caller's own answer from panel or card. `revision` goes with what they write over it. */
  readonly mine?:
    { readonly text: string; readonly at: Instant; readonly late: boolean; readonly revision: number } | undefined;
  readonly post: PostView;
}

export interface MeetingView {
  readonly id: MeetingId;
  readonly committee: CommitteeId;
  readonly version: Instant;
  readonly status: Meeting['status'];
  readonly title: string;
  readonly lead: { readonly name: string; readonly mine: boolean };
  readonly plan: readonly PlannedView[];
  readonly planRevision: number;
  readonly round?: RoundView | undefined;
  readonly openedAt: Instant;
  readonly endedAt?: Instant | undefined;
  readonly digest?: PostView | undefined;
  /** What waits for the facilitator to say whether it came into the channel; empty for everybody else. */
  readonly unsettled: readonly UnsettledView[];
}

/** What the panel polls: the committee, and the item that is open or was open last. Sent with an ETag. */
export interface CommitteeView {
  readonly committee: { readonly id: CommitteeId; readonly name: string };
  /** How many people can read the channel; absent where Teams did not tell. */
  readonly readers?: number | undefined;
  readonly you: {
    readonly name: string;
    /** Owns the team, so may open an item. Told only while none is open. */
    readonly mayOpen: boolean;
  };
  readonly item?: MeetingView | undefined;
}

/** An item as one person may see it: it marks what is theirs, hides what the mode hides, and names nobody's id. */
export function view(snapshot: Snapshot, caller: Caller, address: ChannelAddress): MeetingView {
  const { meeting } = snapshot;
  const round = currentRound(meeting);
  const mine = meeting.lead.person === caller.person;
  return {
    id: meeting.id,
    committee: meeting.committee,
    version: snapshot.version,
    status: meeting.status,
    title: meeting.title,
    lead: { name: meeting.lead.name, mine },
    plan: meeting.plan.map((question) => plannedView(meeting, question)),
    planRevision: meeting.planRevision,
    round: round && roundView(snapshot, round, caller, address),
    openedAt: meeting.openedAt,
    endedAt: meeting.status === 'ended' ? meeting.endedAt : undefined,
    digest: postOf(snapshot, digestPostKey(1), address),
    unsettled: mine ? unsettledOf(meeting, snapshot.posts) : [],
  };
}

function plannedView(meeting: Meeting, question: PlannedQuestion): PlannedView {
  const theme = meeting.themes.find((other) => other.number === question.theme);
  const round = meeting.rounds.find((other) => other.question === question.id);
  return {
    id: question.id,
    text: question.text,
    points: question.points,
    theme: theme && { number: theme.number, title: theme.title },
    status: round?.status ?? (question.skipped ? 'skipped' : 'waiting'),
    round: round?.id,
  };
}

function roundView(snapshot: Snapshot, round: Round, caller: Caller, address: ChannelAddress): RoundView {
  const { meeting } = snapshot;
  const question = questionOf(meeting, round.question);
  return {
    id: round.id,
    status: round.status,
    position: meeting.plan.findIndex((other) => other.id === round.question) + 1,
    of: meeting.plan.length,
    question: { text: question?.text ?? '', points: question?.points ?? [] },
    theme: meeting.themes.find((theme) => theme.number === question?.theme),
    putAt: round.putAt,
    putBy: round.putBy,
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
  const hidden = rules.visibleTo === 'author' && round.status === 'open';
  if (!hidden && living.length < rules.minimum) return [];
  return living
    .filter((answer) => !hidden || isBy(answer, caller))
    .sort((left, right) => (left.postedAt === right.postedAt ? 0 : left.postedAt < right.postedAt ? -1 : 1))
    .map((answer, index) => ({
      id: answer.source === 'thread' ? answer.key : `${answer.postedAt}.${index}`,
      name: answer.author?.name,
      mine: isBy(answer, caller),
      source: answer.source,
      text: answer.text,
      postedAt: answer.postedAt,
      edited: isEdited(answer),
      late: isLate(answer, round),
    }));
}

function ownAnswer(snapshot: Snapshot, round: Round, caller: Caller): RoundView['mine'] {
  const answer = ofRound(snapshot, round).find((other) => other.source === 'own' && isBy(other, caller));
  return answer && { text: answer.text ?? '', at: answer.at, late: isLate(answer, round), revision: answer.revision };
}

function postOf({ meeting, posts }: Snapshot, key: string, address: ChannelAddress): PostView | undefined {
  const post = posts.find((other) => other.key === key);
  return post && postView(meeting, post, address);
}
