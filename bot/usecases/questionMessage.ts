import { ANSWER_LIMIT, isLiving, isPreparation } from '#dialogue/answer';
import { threadLink } from '#dialogue/link';
import { aheadOf, type Meeting, questionOf, type Round } from '#dialogue/meeting';
import { aheadPostKey, type Post, type PostRef } from '#dialogue/post';
import { botText } from '#render/botText';
import type { Message } from '#render/message';
import { type AskedQuestion, closedQuestionCard, questionCard } from '#render/questionCard';
import type { Outbox } from './deps.ts';
import { teamOfPost } from './destination.ts';
import type { RoundRows } from './ports.ts';
import { readersOf } from './readersOf.ts';

type Deps = Pick<Outbox, 'store' | 'channelReading'>;

/** A round, and the item it is of. */
interface Asked {
  readonly meeting: Meeting;
  readonly round: Round;
}

/**
 * A question's card as it should stand in the channel now. Answers are counted once it is closed; while it is open it
 * needs none of them read, unless some came beforehand.
 */
export async function questionMessage(deps: Deps, asked: Asked, ref: PostRef, post: Post): Promise<Message> {
  const { meeting, round } = asked;
  const text = botText(meeting.language, deps.channelReading);
  const isAhead = aheadOf(meeting, round.question) !== undefined;
  const rows = isAhead || round.status === 'closed' ? await deps.store.readRoundOn(meeting.id, round.id) : NO_ROWS;
  const living = rows.answers.filter((answer) => answer.round === round.id && isLiving(answer));
  const early = isAhead ? living.filter((answer) => isPreparation(answer, round.putAt)).length : 0;
  const link = early === 0 ? undefined : await linkToAhead(deps, asked, ref, rows.posts);
  const question: AskedQuestion = {
    ...wordsOf(asked),
    prepared: early === 0 ? undefined : { answers: early, link },
  };
  if (round.status === 'closed') return closedQuestionCard(question, living.length, text);
  const reading = { ...readersOf(post), names: meeting.names };
  return questionCard({ ...question, ...reading, limit: ANSWER_LIMIT, ref }, text);
}

const NO_ROWS: Pick<RoundRows, 'answers' | 'posts'> = { answers: [], posts: [] };

function wordsOf({ meeting, round }: Asked): AskedQuestion {
  const planned = questionOf(meeting, round.question);
  return {
    text: planned?.text ?? '',
    angle: planned?.angle,
    points: planned?.points ?? [],
    theme: meeting.themes.find((theme) => theme.number === planned?.theme),
  };
}

/** Teams' link to the thread of what was sent out beforehand; undefined where it is gone. */
async function linkToAhead(
  deps: Pick<Deps, 'store'>,
  { meeting, round }: Asked,
  ref: PostRef,
  posts: readonly Post[],
): Promise<string | undefined> {
  const state = posts.find(({ key }) => key === aheadPostKey(round.id))?.state;
  const team = await teamOfPost(deps, ref);
  if (state?.status !== 'sent' || team === undefined) return undefined;
  const { committee } = meeting;
  return threadLink({ committee, root: state.place.root, tenant: team.tenant, group: team.group });
}
