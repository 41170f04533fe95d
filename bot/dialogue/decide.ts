import type { ChosenQuestion, Command, OpenMeeting } from './commands.ts';
import { DialogueError } from './errors.ts';
import { meetingIdOf, roundIdOf } from './ids.ts';
import { millisecondsOf } from './instant.ts';
import { currentRound, type Meeting, type PlannedQuestion, questionOf, type Round, roundOf } from './meeting.ts';
import { digestPostKey, duePost, type Post, questionPostKey } from './post.ts';

/** What a command makes of a meeting: its new head and the posts that are written with it, in one transaction. */
export interface Decision {
  readonly meeting: Meeting;
  readonly posts: readonly Post[];
}

/** Most questions in one plan. */
export const PLAN_LIMIT = 40;
/** How many command ids a head remembers. */
const REMEMBERED = 16;

/**
 * Opens an item.
 * @throws DialogueError `PlanEmpty`, `PlanTooLong`
 */
export function openMeeting(command: OpenMeeting): Meeting {
  return {
    id: meetingIdOf(command.committee, millisecondsOf(command.at)),
    status: 'open',
    committee: command.committee,
    team: command.team,
    title: command.title,
    language: command.language,
    lead: command.by,
    teamsMeeting: command.teamsMeeting,
    themes: command.themes,
    plan: planned(command.plan),
    planRevision: 1,
    rounds: [],
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
  if (meeting.status === 'ended') throw new DialogueError('MeetingEnded', meeting.id);
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

function carryOut(meeting: Meeting, command: Command): Decision {
  switch (command.type) {
    case 'changePlan':
      return { meeting: changePlan(meeting, command), posts: [] };
    case 'putQuestion':
      return putQuestion(meeting, command);
    case 'closeRound':
      return { meeting: closeRound(meeting, command), posts: [] };
    case 'skipQuestion':
      return { meeting: skip(meeting, command.question, true), posts: [] };
    case 'takeUpQuestion':
      return { meeting: skip(meeting, command.question, false), posts: [] };
    case 'endMeeting':
      return endMeeting(meeting, command);
  }
}

const isPut = (meeting: Meeting, question: string): boolean =>
  meeting.rounds.some((round) => round.question === question);

function planned(chosen: readonly ChosenQuestion[]): readonly PlannedQuestion[] {
  if (chosen.length === 0) throw new DialogueError('PlanEmpty');
  if (chosen.length > PLAN_LIMIT) throw new DialogueError('PlanTooLong', `more than ${PLAN_LIMIT}`);
  const unique = new Map(chosen.map((question) => [question.id, question]));
  return [...unique.values()].map((question) => ({ ...question, mode: 'open', skipped: false }));
}

/** Questions that were put stay where and as they are: the plan is also the record of what was asked. */
function changePlan(meeting: Meeting, command: Command & { type: 'changePlan' }): Meeting {
  if (command.revision !== meeting.planRevision) throw new DialogueError('PlanChanged');
  const put = meeting.plan.filter((question) => isPut(meeting, question.id));
  const skipped = new Set(meeting.plan.filter((question) => question.skipped).map((question) => question.id));
  const rest = command.plan.filter((question) => !put.some((done) => done.id === question.id));
  const plan = [
    ...put,
    ...(rest.length === 0 ? [] : planned(rest)).map((question) => ({ ...question, skipped: skipped.has(question.id) })),
  ];
  if (plan.length === 0) throw new DialogueError('PlanEmpty');
  if (plan.length > PLAN_LIMIT) throw new DialogueError('PlanTooLong', `more than ${PLAN_LIMIT}`);
  const known = new Set(meeting.themes.map((theme) => theme.number));
  return {
    ...meeting,
    plan,
    themes: [...meeting.themes, ...command.themes.filter((theme) => !known.has(theme.number))],
    planRevision: meeting.planRevision + 1,
  };
}

function putQuestion(meeting: Meeting, command: Command & { type: 'putQuestion' }): Decision {
  const question = questionOf(meeting, command.question);
  if (question === undefined) throw new DialogueError('QuestionUnknown', command.question);
  if (currentRound(meeting)?.status === 'open') throw new DialogueError('RoundStillOpen');
  if (isPut(meeting, question.id)) throw new DialogueError('QuestionAlreadyPut', question.id);
  const round: Round = {
    id: roundIdOf(meeting.rounds.length + 1),
    status: 'open',
    question: question.id,
    mode: question.mode,
    putAt: command.at,
    putBy: command.by.name,
  };
  const plan = meeting.plan.map((other) => (other.id === question.id ? { ...other, skipped: false } : other));
  return {
    meeting: { ...meeting, plan, rounds: [...meeting.rounds, round] },
    posts: [duePost({ key: questionPostKey(round.id), kind: 'question', round: round.id })],
  };
}

function closeRound(meeting: Meeting, command: Command & { type: 'closeRound' }): Meeting {
  const round = roundOf(meeting, command.round);
  if (round === undefined) throw new DialogueError('RoundNotFound', command.round);
  if (round.status === 'closed') throw new DialogueError('RoundClosed', round.id);
  return { ...meeting, rounds: closed(meeting.rounds, command.at) };
}

const closed = (rounds: readonly Round[], at: string): readonly Round[] =>
  rounds.map((round) => (round.status === 'open' ? { ...round, status: 'closed', closedAt: at } : round));

function skip(meeting: Meeting, id: string, skipped: boolean): Meeting {
  if (questionOf(meeting, id) === undefined) throw new DialogueError('QuestionUnknown', id);
  if (isPut(meeting, id)) throw new DialogueError('QuestionAlreadyPut', id);
  return { ...meeting, plan: meeting.plan.map((other) => (other.id === id ? { ...other, skipped } : other)) };
}

/** Ending closes what is open. Where no question was put there is nothing to gather, and no digest. */
function endMeeting(meeting: Meeting, command: Command & { type: 'endMeeting' }): Decision {
  return {
    meeting: {
      ...meeting,
      status: 'ended',
      endedAt: command.at,
      endedBy: command.cause,
      rounds: closed(meeting.rounds, command.at),
    },
    posts: meeting.rounds.length === 0 ? [] : [duePost({ key: digestPostKey(1), kind: 'digest' })],
  };
}
