import { giveUpAhead, nextRound, sendAhead, sendAheadAgain } from './ahead.ts';
import { checkLed } from './checkLed.ts';
import type { Command, OpenMeeting } from './commands.ts';
import { DialogueError } from './errors.ts';
import { meetingIdOf, type RoundId } from './ids.ts';
import { type Instant, millisecondsOf, plus } from './instant.ts';
import { aheadOf, currentRound, hasDigest, type Meeting, questionOf, type Round, roundOf } from './meeting.ts';
import { changePlan, isPut, planned, titleOf } from './plan.ts';
import { chatBeside } from './meetingChat.ts';
import { digestPostKey, duePost, POINTER_POST_KEY, type Post, questionPostKey } from './post.ts';

/** What a command makes of a meeting: its new head and the posts that are written with it, in one transaction. */
export interface Decision {
  readonly meeting: Meeting;
  readonly posts: readonly Post[];
}

/** Milliseconds that *+2 min.* adds. */
const EXTENSION = 2 * 60_000;
/** How many command ids a head remembers. */
const REMEMBERED = 16;

/**
 * Opens an item, or begins to prepare one.
 * @throws DialogueError `PlanEmpty`, `PlanTooLong`, `MinutesOutOfRange`, `AngleTooLong`, `TitleEmpty`
 */
export function openMeeting(command: OpenMeeting, status: 'open' | 'planned' = 'open'): Meeting {
  return {
    id: meetingIdOf(command.committee, millisecondsOf(command.at)),
    status,
    committee: command.committee,
    team: command.team,
    title: titleOf(command.title),
    language: command.language,
    lead: command.by,
    names: 'shown',
    screen: 'question',
    teamsMeeting: command.teamsMeeting,
    themes: command.themes,
    plan: planned(command.plan),
    rounds: [],
    ahead: [],
    openedAt: command.at,
    commandAt: command.at,
    commands: [command.id],
  };
}

/**
 * Carries out a facilitator's command. A command whose id is remembered changes nothing.
 * @throws DialogueError where the rules forbid it; nothing is changed then
 */
export function decide(meeting: Meeting, command: Command): Decision {
  if (meeting.commands.includes(command.id)) return { meeting, posts: [] };
  if (meeting.status === 'ended') {
    throw new DialogueError(meeting.endedBy === 'discarded' ? 'MeetingNotFound' : 'MeetingEnded', meeting.id);
  }
  if (meeting.status === 'planned' && !IN_PREPARATION.has(command.type)) throw new DialogueError('MeetingNotOpen');
  checkLed(meeting, command.ledBy);
  const decision = carryOut(meeting, command);
  return {
    ...decision,
    meeting: {
      ...decision.meeting,
      commandAt: command.at,
      commands: [...meeting.commands, command.id].slice(-REMEMBERED),
    },
  };
}

/** What can be done to an item before it is opened. */
const IN_PREPARATION: ReadonlySet<Command['type']> = new Set([
  'changePlan',
  'openPlanned',
  'sendAhead',
  'sendAheadAgain',
  'giveUpAhead',
  'discard',
]);

function carryOut(meeting: Meeting, command: Command): Decision {
  switch (command.type) {
    case 'changePlan':
      return { meeting: changePlan(meeting, command), posts: [] };
    case 'openPlanned':
      return { meeting: openPlanned(meeting, command), posts: [] };
    case 'discard':
      return { meeting: discard(meeting, command.at), posts: [] };
    case 'putQuestion':
      return putQuestion(meeting, command);
    case 'sendAhead':
      return sendAhead(meeting, command);
    case 'endMeeting':
      return endMeeting(meeting, command);
    default:
      return { meeting: lead(meeting, command), posts: [] };
  }
}

/** What changes the head alone. */
function lead(
  meeting: Meeting,
  command: Exclude<
    Command,
    { type: 'changePlan' | 'openPlanned' | 'discard' | 'putQuestion' | 'sendAhead' | 'endMeeting' }
  >,
): Meeting {
  switch (command.type) {
    case 'closeRound':
      return closeRound(meeting, command);
    case 'extendRound':
      return extendRound(meeting, command);
    case 'skipQuestion':
      return skip(meeting, command.question, true);
    case 'takeUpQuestion':
      return skip(meeting, command.question, false);
    case 'handOver':
      return { ...meeting, lead: command.to };
    case 'appointScribe':
      return { ...meeting, scribe: command.scribe };
    case 'showOnScreen':
      return { ...meeting, screen: command.screen };
    case 'sendAheadAgain':
      return sendAheadAgain(meeting, command);
    case 'giveUpAhead':
      return giveUpAhead(meeting, command);
  }
}

function openPlanned(meeting: Meeting, command: Command & { type: 'openPlanned' }): Meeting {
  if (meeting.status === 'open') throw new DialogueError('MeetingAlreadyOpen', meeting.id);
  const { teamsMeeting } = command;
  return { ...meeting, status: 'open', lead: command.by, openedAt: command.at, teamsMeeting };
}

function discard(meeting: Meeting, at: Instant): Meeting {
  if (meeting.status === 'open') throw new DialogueError('MeetingAlreadyOpen', meeting.id);
  return { ...meeting, status: 'ended', endedAt: at, endedBy: 'discarded' };
}

function putQuestion(meeting: Meeting, command: Command & { type: 'putQuestion' }): Decision {
  const question = questionOf(meeting, command.question);
  if (question === undefined) throw new DialogueError('QuestionUnknown', command.question);
  if (currentRound(meeting)?.status === 'open') throw new DialogueError('RoundStillOpen');
  if (isPut(meeting, question.id)) throw new DialogueError('QuestionAlreadyPut', question.id);
  const round: Round = {
    id: aheadOf(meeting, question.id)?.round ?? nextRound(meeting),
    status: 'open',
    question: question.id,
    mode: question.mode,
    putAt: command.at,
    putBy: command.by.name,
    putById: command.by.person,
    endsAt: plus(command.at, question.minutes * 60_000),
  };
  const plan = meeting.plan.map((other) => (other.id === question.id ? { ...other, skipped: false } : other));
  const begun = meeting.rounds.length === 0 ? begin(meeting, command) : meeting;
  return {
    meeting: { ...begun, plan, rounds: [...meeting.rounds, round], screen: 'question' },
    posts: [
      duePost({ key: questionPostKey(round.id), kind: 'question', round: round.id }),
      ...(meeting.rounds.length === 0 ? pointer(begun) : []),
    ],
  };
}

/** What an item's first question fixes. */
const begin = (meeting: Meeting, { names = 'shown', beside }: Command & { type: 'putQuestion' }): Meeting => ({
  ...meeting,
  names,
  ...(meeting.teamsMeeting === undefined && beside !== undefined && { beside }),
});

/** With the first question somebody may begin to answer in the meeting's chat, where no answer is taken. */
const pointer = (meeting: Meeting): readonly Post[] =>
  chatBeside(meeting) === undefined ? [] : [duePost({ key: POINTER_POST_KEY, kind: 'pointer' })];

function closeRound(meeting: Meeting, command: Command & { type: 'closeRound' }): Meeting {
  openRound(meeting, command.round);
  return { ...meeting, rounds: closed(meeting.rounds, command.at) };
}

function extendRound(meeting: Meeting, command: Command & { type: 'extendRound' }): Meeting {
  const { id, endsAt } = openRound(meeting, command.round);
  const from = later(endsAt, command.at);
  const rounds = meeting.rounds.map((round) => (round.id === id ? { ...round, endsAt: plus(from, EXTENSION) } : round));
  return { ...meeting, rounds };
}

const later = (one: Instant | undefined, other: Instant): Instant => (one !== undefined && one > other ? one : other);

/** @throws DialogueError `RoundNotFound`, `RoundClosed` */
function openRound(meeting: Meeting, id: RoundId): Round {
  const round = roundOf(meeting, id);
  if (round === undefined) throw new DialogueError('RoundNotFound', id);
  if (round.status === 'closed') throw new DialogueError('RoundClosed', id);
  return round;
}

const closed = (rounds: readonly Round[], at: string): readonly Round[] =>
  rounds.map((round) => (round.status === 'open' ? { ...round, status: 'closed', closedAt: at } : round));

function skip(meeting: Meeting, id: string, skipped: boolean): Meeting {
  if (questionOf(meeting, id) === undefined) throw new DialogueError('QuestionUnknown', id);
  if (isPut(meeting, id)) throw new DialogueError('QuestionAlreadyPut', id);
  return { ...meeting, plan: meeting.plan.map((other) => (other.id === id ? { ...other, skipped } : other)) };
}

/** Ending closes what is open. Where no question was put or is out there is nothing to gather, and no digest. */
function endMeeting(meeting: Meeting, command: Command & { type: 'endMeeting' }): Decision {
  return {
    meeting: {
      ...meeting,
      status: 'ended',
      endedAt: command.at,
      endedBy: command.cause,
      rounds: closed(meeting.rounds, command.at),
    },
    posts: hasDigest(meeting) ? [duePost({ key: digestPostKey(1), kind: 'digest' })] : [],
  };
}
