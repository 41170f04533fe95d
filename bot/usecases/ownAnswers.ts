import type { Answer } from '#dialogue/answer';
import { isLiving, ownKey } from '#dialogue/answer';
import { DialogueError } from '#dialogue/errors';
import type { MeetingId, RoundId } from '#dialogue/ids';
import { type Round, roundOf } from '#dialogue/meeting';
import { MODES } from '#dialogue/modes';
import { type DeleteOwn, deleteOwn, type OwnAnswerCommand, type WriteOwn, writeOwn } from '#dialogue/ownAnswer';
import { duePost, echoPostKey, type Post } from '#dialogue/post';
import { step } from '#dialogue/step';
import type { AnswerNoted } from './answerNoted.ts';
import type { Outbox } from './deps.ts';
import { readMeeting } from './lead.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { type Stored, Unavailable } from './ports.ts';

/** Teams' own id of whoever writes, where it is known: the echo is shown on their behalf. */
interface OnBehalf {
  readonly mri?: string | undefined;
}

type OwnCommand = OwnAnswerCommand & OnBehalf;

/** What came of it. `before`: what stood there until now, where something did. */
export interface Written {
  readonly answer: Answer;
  readonly before?: Answer | undefined;
  readonly round: Round;
}

type Deps = Outbox & { readonly noted: AnswerNoted };
type Change = (round: Round, known: Answer | undefined) => Answer;

/** Tries before an answer that is written from two places at once is given up. */
const TRIES = 8;

/**
 * Writes somebody's own answer, from panel or card: there is one for each person and round.
 * @throws DialogueError `RoundClosed` (changing after closing), `AnswerChanged`, `AnswerOnBehalf`, `AnswerEmpty`,
 * `RoundNotFound`, `MeetingNotFound`
 */
export async function writeAnswer(
  deps: Deps,
  at: { meeting: MeetingId; round: RoundId },
  command: WriteOwn & OnBehalf,
  text: string,
): Promise<Written> {
  return changeAnswer(deps, at, command, (round, known) => writeOwn(round, known, command, text));
}

/**
 * Deletes somebody's own answer, whenever they want; its echo in the thread goes too.
 * @throws DialogueError `AnswerNotFound`, `AnswerChanged`, `RoundNotFound`, `MeetingNotFound`
 */
export async function deleteAnswer(
  deps: Deps,
  at: { meeting: MeetingId; round: RoundId },
  command: DeleteOwn & OnBehalf,
): Promise<Written> {
  return changeAnswer(deps, at, command, (_, known) => deleteOwn(known, command));
}

async function changeAnswer(
  deps: Deps,
  at: { meeting: MeetingId; round: RoundId },
  command: OwnCommand,
  change: Change,
): Promise<Written> {
  const meeting = (await readMeeting(deps, at.meeting)).value;
  const round = roundOf(meeting, at.round);
  if (round === undefined) throw new DialogueError('RoundNotFound', at.round);
  const ref = { table: 'Meetings', partition: meeting.id, key: echoPostKey(round.id, command.by.person) } as const;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [known, echo] = await Promise.all([
      deps.store.readAnswer(meeting.id, round.id, ownKey(command.by.person)),
      deps.store.readPost(ref),
    ]);
    const answer = change(round, known?.value);
    if (answer === known?.value) return { answer, round };
    const next = echoAfter(round, answer, echo, command, ref.key);
    const promised = await deps.noted.before(meeting.id, round.id);
    const due = await promise(deps, ref);
    if (!(await deps.store.commitAnswer(meeting.id, answer, known?.version, next))) continue;
    attendLater(deps, [due]);
    deps.noted.after(meeting.id, round.id, promised);
    return { answer, before: replacedBy(answer, known?.value), round };
  }
  throw new Unavailable('store');
}

/** A later press in the same words replaces nothing. */
const replacedBy = ({ revision }: Answer, known: Answer | undefined): Answer | undefined =>
  known?.revision === revision ? undefined : known;

/** The echo's row as it is written with the answer; undefined where it needs no change. */
function echoAfter(
  round: Round,
  answer: Answer,
  echo: Stored<Post> | undefined,
  command: OwnCommand,
  key: string,
): { post: Post; over: string | undefined } | undefined {
  if (MODES[round.mode].echo === 'none') return undefined;
  if (!isLiving(answer)) {
    const dropped = echo && step(echo.value, { type: 'unwanted' });
    return dropped && { post: dropped, over: echo.version };
  }
  const about = command.mri === undefined ? undefined : { mri: command.mri };
  const fresh = duePost({ key, kind: 'echo', round: round.id, person: command.by.person, about });
  if (echo === undefined) return { post: fresh, over: undefined };
  // Where the former one may still stand there, another beside it would show words that were taken back.
  const again = step(echo.value, { type: 'wantedUnseen' });
  return again && { post: { ...again, about: about ?? echo.value.about }, over: echo.version };
}
