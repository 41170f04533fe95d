import { DialogueError } from '#dialogue/errors';
import type { MeetingId, MessageId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import type { Language } from '#dialogue/meeting';
import { duePost, type PostRef } from '#dialogue/post';
import type { CommandAsked, EndingOutcome } from './commandAnswer.ts';
import type { Deps } from './deps.ts';
import type { Author, ChannelOrigin } from './inboundEvents.ts';
import { followChannels } from './install.ts';
import { lead } from './lead.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';

/** A message that mentions the bot. `root` is the message itself where it starts a thread. */
interface Asking extends ChannelOrigin {
  readonly root: MessageId;
  readonly message: MessageId;
  readonly author?: Author | undefined;
  /** In which it is to be answered; the team's where left out. */
  readonly language?: Language | undefined;
  readonly at: Instant;
}

type About = Readonly<Record<string, string>>;

/**
 * Carries a command out and answers it in its thread, once however often Teams tells of it: what was decided when it
 * came first stands in the answer's row, written before anything is ended. So a command that is told again cannot end
 * an item that was opened since.
 * @throws Unavailable; Teams then tells again
 */
export async function answerCommand(deps: Deps, asking: Asking, asked: CommandAsked): Promise<void> {
  if (!(await isKnown(deps, asking))) {
    deps.surroundings.log({ level: 'warn', code: 'Command.channelUnknown' });
    return;
  }
  const owner = { table: 'Committees', partition: asking.committee } as const;
  const ref: PostRef = { ...owner, key: `p!command!${asking.message}` };
  const { root, language } = asking;
  const how = { command: asked, root, ...(language && { language }) };
  const decided = { ...how, ...(asked === 'end' && (await decideEnding(deps, asking))) };
  const due = await promise(deps, ref);
  const won = await deps.store.savePost(owner, duePost({ key: ref.key, kind: 'command', about: decided }), undefined);
  if (won) deps.surroundings.log({ level: 'info', code: `Command.${asked}` });
  const about = won ? decided : (await deps.store.readPost(ref))?.value.about;
  await carryOut(deps, asking, about);
  attendLater(deps, [due]);
}

/** A channel that was made while the app was not told of it is asked for now. */
async function isKnown(deps: Deps, { committee, team, tenant, serviceUrl, at }: Asking): Promise<boolean> {
  if ((await deps.store.readCommittee(committee)) !== undefined) return true;
  await followChannels(deps, { type: 'channelsChanged', team, tenant, serviceUrl, at });
  return (await deps.store.readCommittee(committee)) !== undefined;
}

/** Who may end what, as it is when the command comes. */
async function decideEnding({ store }: Deps, { committee, author }: Asking): Promise<Ending> {
  const open = (await store.readCommittee(committee))?.value.open;
  const meeting = open === undefined ? undefined : (await store.readMeeting(open))?.value;
  if (meeting?.status !== 'open') return { outcome: 'nothingOpen' };
  return { outcome: meeting.lead.person === author?.person ? 'ending' : 'notFacilitator', meeting: meeting.id };
}

type Ending =
  | { readonly outcome: Extract<EndingOutcome, 'nothingOpen'> }
  | { readonly outcome: Exclude<EndingOutcome, 'nothingOpen'>; readonly meeting: MeetingId };

/** Ends the item as its button does. Where somebody else was faster it has ended, which is what was asked for. */
async function carryOut(deps: Deps, { message, author }: Asking, about: About = {}): Promise<void> {
  const { outcome, meeting } = about;
  if (outcome !== 'ending' || meeting === undefined || author === undefined) return;
  const at = deps.surroundings.now();
  const by = { person: author.person, name: author.name };
  try {
    await lead(deps, meeting, { type: 'endMeeting', cause: 'facilitator', id: `mention-${message}`, at, by });
  } catch (error) {
    if (!(error instanceof DialogueError && error.code === 'MeetingEnded')) throw error;
  }
}
