import { isLiving, isWordless, ownKey } from '#dialogue/answer';
import { digestOf } from '#dialogue/digest';
import { tabLink } from '#dialogue/link';
import { hasDigest, type Meeting, type Round, roundOf } from '#dialogue/meeting';
import { MODES } from '#dialogue/modes';
import { digestPostKey, type Post, type PostKind, type PostOwner, type PostRef, questionPostKey } from '#dialogue/post';
import { botText } from '#render/botText';
import { digestCards } from '#render/digestCards';
import { type EchoedPerson, echoMessage } from '#render/echoMessage';
import { type GuidancePlace, guidanceMessage } from '#render/guidanceMessage';
import { hashOf } from '#render/hash';
import { marked } from '#render/mark';
import type { Message } from '#render/message';
import { welcomeCard } from '#render/welcomeCard';
import type { CommitteeId, MessageId } from '#dialogue/ids';
import { commandAnswer } from './commandAnswer.ts';
import type { Outbox } from './deps.ts';
import { teamOfPost } from './destination.ts';
import { committeeOfPost } from './eraseHeld.ts';
import type { RoundRows } from './ports.ts';
import { pointerOf } from './pointer.ts';
import { preparationOf } from './preparation.ts';
import { questionMessage } from './questionMessage.ts';

/** What should stand in Teams for a post. */
export type Composition =
  | {
      readonly type: 'message';
      /** A thread of its own, or a message in a conversation. */
      readonly way: 'thread' | 'reply';
      /** The message whose thread it goes into, where it goes into one. */
      readonly root?: MessageId | undefined;
      readonly message: Message;
      readonly hash: string;
      /** The committee to announce it to before it is created: replies to it may come at once. */
      readonly announced?: CommitteeId | undefined;
      /** What a digest's first page was made of: the others follow from it. */
      readonly gathered?: Gathered | undefined;
    }
  /** Nothing: its cause is gone. */
  | { readonly type: 'unwanted' }
  /** Something that waits for another post. */
  | { readonly type: 'waiting' };

/** An ended item, what is stored of its rounds, and how much came of it. */
export interface Gathered {
  readonly meeting: Meeting & { readonly status: 'ended' };
  readonly rows: RoundRows;
  readonly answers: number;
  readonly pages: number;
}

type Deps = Pick<Outbox, 'store' | 'app' | 'channelReading'>;
type Compose = (deps: Deps, ref: PostRef, post: Post) => Promise<Composition>;

const UNWANTED: Composition = { type: 'unwanted' };
const WAITING: Composition = { type: 'waiting' };

const KINDS: Record<PostKind, Compose> = { question, preparation, pointer, echo, digest, welcome, guidance, command };

/** Renders a post from the store, as it should stand in Teams now. */
export const compositionOf: Compose = async (deps, ref, post) => {
  const composition = await KINDS[post.kind](deps, ref, post);
  return composition.type === 'message' ? { ...composition, message: marked(composition.message, ref) } : composition;
};

const inThread = (message: Message): Composition & { readonly type: 'message' } => ({
  type: 'message',
  way: 'thread',
  message,
  hash: hashOf(message),
});

const reply = (message: Message, root: MessageId | undefined): Composition => ({
  type: 'message',
  way: 'reply',
  root,
  message,
  hash: hashOf(message),
});

async function underRoot(deps: Deps, ref: PostRef, rootKey: string, message: Message): Promise<Composition> {
  const root = await deps.store.readPost({ ...ref, key: rootKey });
  if (root === undefined || root.value.state.status === 'dropped' || root.value.state.status === 'gone')
    return UNWANTED;
  return root.value.state.status === 'sent' ? reply(message, root.value.state.place.root) : WAITING;
}

async function meetingOf(deps: Deps, owner: PostOwner): Promise<Meeting | undefined> {
  return owner.table === 'Meetings' ? (await deps.store.readMeeting(owner.partition))?.value : undefined;
}

/** The round that a question's or an echo's post belongs to. */
async function roundOfPost(
  deps: Deps,
  ref: PostRef,
  post: Post,
): Promise<{ meeting: Meeting; round: Round } | undefined> {
  const meeting = await meetingOf(deps, ref);
  const round = meeting && post.round !== undefined ? roundOf(meeting, post.round) : undefined;
  return meeting && round && { meeting, round };
}

async function question(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const found = await roundOfPost(deps, ref, post);
  if (found === undefined) return UNWANTED;
  return { ...inThread(await questionMessage(deps, found, ref, post)), announced: found.meeting.committee };
}

async function pointer(deps: Deps, ref: PostRef): Promise<Composition> {
  const meeting = await meetingOf(deps, ref);
  if (meeting === undefined || ref.table !== 'Meetings') return UNWANTED;
  const line = await pointerOf(deps, ref, meeting);
  if (line === undefined) return UNWANTED;
  return line === 'waiting' ? WAITING : reply(line.message, line.root);
}

async function preparation(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const message = await preparationOf(deps, ref, post);
  return message === undefined ? UNWANTED : { ...inThread(message), announced: committeeOfPost(ref) };
}

async function echo(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const found = await roundOfPost(deps, ref, post);
  if (found === undefined || post.person === undefined) return UNWANTED;
  const { meeting, round } = found;
  const answer = (await deps.store.readAnswer(meeting.id, round.id, ownKey(post.person)))?.value;
  if (answer?.author === undefined || !isLiving(answer) || MODES[round.mode].echo === 'none') return UNWANTED;
  const { author, text = '', side } = answer;
  const message = echoMessage({ text, side }, shownAs(author, meeting, post), botText(meeting.language));
  return underRoot(deps, ref, questionPostKey(round.id), message);
}

const shownAs = ({ name }: { readonly name: string }, { names }: Meeting, { about }: Post): EchoedPerson | undefined =>
  names === 'hidden' ? undefined : { name, mri: about?.['mri'] };

async function digest(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const meeting = await meetingOf(deps, ref);
  if (meeting?.status !== 'ended' || !hasDigest(meeting)) return UNWANTED;
  const rows = await deps.store.readAllRounds(meeting.id);
  // Where its channel is matters for what stands there alone.
  const team = rows.answers.some(isWordless) ? (await deps.store.readTeam(meeting.team))?.value : undefined;
  const gathered = digestOf(meeting, rows, team);
  const pages = digestCards(gathered, { tab: tabLink(deps.app, meeting.committee) }, botText(meeting.language));
  const number = Number(post.key.slice(post.key.lastIndexOf('!') + 1));
  const page = pages[number - 1];
  if (page === undefined) return UNWANTED;
  if (number > 1) return underRoot(deps, ref, digestPostKey(1), page);
  return { ...inThread(page), gathered: { meeting, rows, answers: gathered.answers, pages: pages.length } };
}

function welcome(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const { byName, byMri, members, team, language } = post.about ?? {};
  const message = welcomeCard(
    {
      by: byName !== undefined && byMri !== undefined ? { name: byName, mri: byMri } : undefined,
      members: members === undefined ? undefined : Number(members),
      teamName: team,
      links: { trial: tabLink(deps.app, ref.partition, 'trial'), who: tabLink(deps.app, ref.partition, 'who') },
    },
    botText(language === 'en' ? 'en' : 'da', deps.channelReading),
  );
  return Promise.resolve(inThread(message));
}

function guidance(_deps: Deps, _ref: PostRef, post: Post): Promise<Composition> {
  const { where, language } = post.about ?? {};
  const composition = isPlace(where)
    ? reply(guidanceMessage(where, botText(language === 'en' ? 'en' : 'da')), undefined)
    : UNWANTED;
  return Promise.resolve(composition);
}

/** Under the message that asked. */
async function command(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const { about = {} } = post;
  const team = await teamOfPost(deps, ref);
  if (ref.table !== 'Committees' || team === undefined) return WAITING;
  return reply(await commandAnswer(deps, { committee: ref.partition, team }, about), about['root']);
}

const PLACES: readonly string[] = [
  'personal',
  'groupChat',
  'privateChannel',
  'sharedChannel',
] satisfies GuidancePlace[];
const isPlace = (where: string | undefined): where is GuidancePlace => where !== undefined && PLACES.includes(where);
