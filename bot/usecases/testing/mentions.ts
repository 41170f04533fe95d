import { instantOf } from '#dialogue/instant';
import type { Answer } from '#dialogue/answer';
import type { Meeting } from '#dialogue/meeting';
import type { Author, Mentioned, ReplySeen } from '../inboundEvents.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID, TENANT } from './oneApp.ts';

const ANNA = { person: 'p-anna', name: 'Anna', mri: '29:anna' };
/** Leads every item. */
export const LONE: Author = { ...LEAD, mri: '29:lone' };

/** A message that starts a thread and mentions the bot, as Teams tells of it. */
export function mentioned(outside: OneApp, mention: string, author: Author = ANNA): Mentioned {
  const message = outside.channel.nextId();
  const origin = { committee: COMMITTEE, team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS };
  return { type: 'mentioned', ...origin, message, author, mention, at: instantOf(Number(message)) };
}

/** A reply that mentions the bot, as Teams tells of it. */
export const asks = (outside: OneApp, root: string, mention: string, more: Partial<ReplySeen> = {}): ReplySeen =>
  outside.reply(root, { text: mention, mention, ...more });

/** Tells it to the app, or to another instance, and waits until what it starts has run. */
export async function tell(outside: OneApp, event: Mentioned | ReplySeen, app = outside.app): Promise<void> {
  await app.handle(event);
  await outside.clock.settle();
}

/** What the bot has answered in a thread: the first line of each. */
export const answersIn = (outside: OneApp, root: string): readonly string[] =>
  outside.channel
    .standing()
    .flatMap((message) => (message.root === root && message.id !== root ? message.content.summary : []));

export const digestsOf = (outside: OneApp) =>
  outside.channel.standing().filter(({ content }) => content.summary === 'Opsamling: Punkt');

export const wordsOf = async (
  outside: OneApp,
  meeting: Meeting,
): Promise<readonly (readonly [Answer['life'], string | undefined])[]> =>
  (await outside.store.readAllRounds(meeting.id)).answers.map(({ life, text }) => [life, text]);

export const statusOf = async (outside: OneApp, { id }: Meeting): Promise<Meeting['status'] | undefined> =>
  (await outside.store.readMeeting(id))?.value.status;

/** An item, and the thread of the question that was put last. */
export async function dialogue(
  ...questions: readonly string[]
): Promise<{ outside: OneApp; meeting: Meeting; root: string }> {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put(...questions);
  const root = outside.channel.messages.findLast(({ content }) => content.summary.includes('spørgsmål'))?.root ?? '';
  return { outside, meeting, root };
}
