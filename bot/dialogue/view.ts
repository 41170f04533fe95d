import { type Answer, isEdited, isLate, isLiving, isPreparation } from './answer.ts';
import type { PersonId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import {
  aheadOf,
  currentRound,
  endsByItselfAt,
  type Meeting,
  type Names,
  type PlannedQuestion,
  questionOf,
  type Round,
} from './meeting.ts';
import type {
  AheadView,
  AnswerView,
  MeetingView,
  NextView,
  PlannedView,
  PreparingView,
  RoundView,
} from './meetingView.ts';
import { MODES } from './modes.ts';
import { aheadPostKey, digestPostKey, type Post, questionPostKey } from './post.ts';
import type { ReadBack } from './readBack.ts';
import { type ChannelAddress, postView, type PostView, replyLink, unsettledOf } from './postView.ts';

export type { CommitteeView, MeetingView } from './meetingView.ts';

/** What is read for one poll of an item: its head, and the answers and posts of at least the current round and the digest. */
export interface Snapshot {
  readonly meeting: Meeting;
  readonly answers: readonly Answer[];
  readonly posts: readonly Post[];
  readonly readBacks: readonly ReadBack[];
  /** The greatest service timestamp among the rows read. */
  readonly version: Instant;
}

/** Who looks. */
export interface Caller {
  readonly person: PersonId;
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
    endsByItselfAt: meeting.status === 'open' ? endsByItselfAt(meeting) : undefined,
    endedAt: meeting.status === 'ended' ? meeting.endedAt : undefined,
    digest: postOf(snapshot, digestPostKey(1), address),
    unsettled: mine ? unsettledOf(meeting, snapshot.posts) : [],
  };
}

type Rows = Pick<Snapshot, 'meeting' | 'posts' | 'answers'>;

const planView = (rows: Rows, address: ChannelAddress): readonly PlannedView[] =>
  rows.meeting.plan.map((question) => plannedView(rows, question, address));

/** An item that is being prepared, as those see it who may open it. */
export const nextView = (rows: Rows, address: ChannelAddress): NextView => ({
  id: rows.meeting.id,
  title: rows.meeting.title,
  plan: planView(rows, address),
  unsettled: unsettledOf(rows.meeting, rows.posts),
});

/** What of an item that is being prepared everybody can read in the channel. */
export const preparingView = (rows: Rows, address: ChannelAddress): readonly PreparingView[] =>
  planView(rows, address).flatMap(({ id, text, theme, ahead }) =>
    ahead?.link === undefined ? [] : [{ id, text, language: theme?.language, link: ahead.link }],
  );

function plannedView(rows: Rows, question: PlannedQuestion, address: ChannelAddress): PlannedView {
  const { meeting } = rows;
  const ahead = aheadOf(meeting, question.id);
  const theme = meeting.themes.find((other) => other.number === question.theme);
  const round = meeting.rounds.find((other) => other.question === question.id);
  return {
    id: question.id,
    text: question.text,
    points: question.points,
    theme: theme && { number: theme.number, title: theme.title, language: theme.language },
    minutes: question.minutes,
    angle: question.angle,
    sentence: question.sentence,
    status: round?.status ?? (question.skipped ? 'skipped' : 'waiting'),
    ahead: ahead && aheadView(rows, ahead.round, address),
    round: round?.id,
  };
}

/** Its row may be of a round that is not read any more: then it is long in the channel. */
function aheadView(rows: Rows, round: RoundId, address: ChannelAddress): AheadView {
  const key = aheadPostKey(round);
  const isGone = rows.posts.find((post) => post.key === key)?.state.status === 'gone';
  return {
    ...(postOf(rows, key, address) ?? { key, status: 'sent' }),
    ...(isGone && { status: 'gone' }),
    // Of an item that is open only the rounds that matter are read.
    replies: rows.meeting.status === 'planned' ? ofRound(rows, round).length : undefined,
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
    question: { text: question?.text ?? '', points: question?.points ?? [], angle: question?.angle },
    theme: meeting.themes.find((theme) => theme.number === question?.theme),
    putAt: round.putAt,
    putBy: round.putBy,
    putByYou: round.putById === caller.person || undefined,
    endsAt: round.endsAt,
    closedAt: round.status === 'closed' ? round.closedAt : undefined,
    answers: visibleAnswers(snapshot, round, caller, address),
    readBack: snapshot.readBacks.find((one) => one.round === round.id)?.status,
    mine: ownAnswer(snapshot, round, caller),
    post: postOf(snapshot, questionPostKey(round.id), address) ?? {
      key: questionPostKey(round.id),
      status: 'sending',
    },
  };
}

const ofRound = ({ answers }: Pick<Snapshot, 'answers'>, round: RoundId): readonly Answer[] =>
  answers.filter((answer) => answer.round === round && isLiving(answer));

const isBy = (answer: Answer, caller: Caller): boolean => answer.author?.person === caller.person;

/** Oldest first. A round whose minimum is not reached shows nothing to anybody. */
function visibleAnswers(
  snapshot: Snapshot,
  round: Round,
  caller: Caller,
  address: ChannelAddress,
): readonly AnswerView[] {
  const rules = MODES[round.mode];
  const living = ofRound(snapshot, round.id);
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
      link: replyLink(snapshot.meeting, snapshot.posts, answer, address),
      postedAt: answer.postedAt,
      edited: isEdited(answer),
      late: isLate(answer, round),
      prepared: (isAhead && isPreparation(answer, round.putAt)) || undefined,
      side: answer.side,
      revision: answer.source === 'room' ? answer.revision : undefined,
      writtenBy: writerShown(snapshot, answer, caller),
      paper: answer.paper,
    }));
}

/** Words that another wrote down in somebody's name are known to be so by all who see that name. */
function writerShown({ meeting }: Snapshot, answer: Answer, caller: Caller): string | undefined {
  const { author, writtenBy } = answer;
  if (author === undefined || writtenBy === undefined || writtenBy.person === author.person) return undefined;
  return meeting.names === 'shown' || isBy(answer, caller) ? writtenBy.name : undefined;
}

function ownAnswer(snapshot: Snapshot, round: Round, caller: Caller): RoundView['mine'] {
  const answer = ofRound(snapshot, round.id).find((other) => other.source === 'own' && isBy(other, caller));
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

function postOf(
  { meeting, posts }: Pick<Rows, 'meeting' | 'posts'>,
  key: string,
  address: ChannelAddress,
): PostView | undefined {
  const post = posts.find((other) => other.key === key);
  return post && postView(meeting, post, address);
}
