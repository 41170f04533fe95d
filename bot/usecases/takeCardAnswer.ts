import { ANSWER_LIMIT, isLate, isLiving } from '#dialogue/answer';
import { DialogueError, type DialogueErrorCode } from '#dialogue/errors';
import { committeeOf } from '#dialogue/ids';
import { roundOfPostKey, type PostRef } from '#dialogue/post';
import { type BotText, type BotTextKey, botText } from '#render/botText';
import { hashOf } from '#render/hash';
import { ANSWER_INPUT } from '#render/questionCard';
import type { AnswerNoted } from './answerNoted.ts';
import type { Outbox } from './deps.ts';
import type { CardAnswered, CardReply } from './inboundEvents.ts';
import { type Written, writeAnswer } from './ownAnswers.ts';
import { Unavailable } from './ports.ts';
import { settleByCard } from './settleByCard.ts';

type Deps = Outbox & { readonly noted: AnswerNoted };

/** Takes an answer written into a question's card. Card and panel are the same answer for each person and round. */
export async function takeCardAnswer(deps: Deps, event: CardAnswered): Promise<CardReply> {
  const asked = parseCard(event.data);
  if (asked === undefined || committeeOf(asked.post.partition) !== event.committee) {
    return { text: botText('da')('refused.questionGone') };
  }
  await settleByCard(deps, event, asked.post);
  const meeting = (await deps.store.readMeeting(asked.post.partition))?.value;
  const text = botText(meeting?.language ?? 'da');
  if (asked.answer.length > ANSWER_LIMIT) return { text: text('refused.tooLong', { limit: ANSWER_LIMIT }) };
  return write(deps, event, asked, text);
}

interface CardData {
  readonly post: PostRef & { readonly table: 'Meetings' };
  readonly answer: string;
}

async function write(deps: Deps, event: CardAnswered, { post, answer }: CardData, text: BotText): Promise<CardReply> {
  const at = { meeting: post.partition, round: roundOfPostKey(post.key) };
  const { person, name, mri } = event.author;
  const now = deps.surroundings.now();
  try {
    // A redelivered press may come under a new id, so the same words from the same person are the same command.
    const id = `card-${hashOf({ summary: answer })}`;
    const by = { person, name };
    const command = { id, at: now, by, mri, from: 'card', pressedAt: event.pressedAt } as const;
    const done = await writeAnswer(deps, at, command, answer);
    return { text: text(saidOf(done), { at: new Date(done.answer.at) }) };
  } catch (error) {
    if (error instanceof Unavailable) return { text: text('refused.tryAgain') };
    if (!(error instanceof DialogueError)) throw error;
    return { text: text(REFUSED[error.code] ?? 'refused.questionGone') };
  }
}

/** The card shows nobody what they wrote before, so that they are told when it is replaced. */
function saidOf({ answer, before, round }: Written): BotTextKey {
  // A press that Teams brought again, after the answer was deleted in the panel.
  if (!isLiving(answer)) return 'answer.deleted';
  if (isLate(answer, round)) return 'answer.late';
  return before !== undefined && isLiving(before) ? 'answer.replaced' : 'answer.saved';
}

const REFUSED: Partial<Record<DialogueErrorCode, BotTextKey>> = {
  RoundClosed: 'refused.closed',
  AnswerEmpty: 'refused.empty',
  AnswerOnBehalf: 'refused.onBehalf',
};

function parseCard(data: unknown): CardData | undefined {
  if (!isRecord(data) || !isRecord(data['post'])) return undefined;
  const { table, partition, key } = data['post'];
  const answer = data[ANSWER_INPUT] ?? '';
  if (table !== 'Meetings' || typeof partition !== 'string' || typeof key !== 'string') return undefined;
  if (!/^r\d{3,6}!p!q$/.test(key) || typeof answer !== 'string') return undefined;
  return { post: { table, partition, key }, answer };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
