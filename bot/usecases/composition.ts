import { isLiving, isWordless, ownKey } from '#dialogue/answer';
import { type DigestRows, digestOf } from '#dialogue/digest';
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
import type { CommitteeId } from '#dialogue/ids';
import { commandAnswer } from './commandAnswer.ts';
import type { Outbox } from './deps.ts';
import { destinationOf, teamOfPost } from './destination.ts';
import { committeeOfPost } from './eraseHeld.ts';
import type { Destination } from './ports.ts';
import { pointerOf } from './pointer.ts';
import { preparationOf } from './preparation.ts';
import { questionMessage } from './questionMessage.ts';

/** What should stand in Teams for a post. */
export type Composition =
  | {
      readonly type: 'message';
      /** A thread of its own, or a message in a conversation. */
      readonly way: 'thread' | 'reply';
      readonly at: Destination;
      readonly message: Message;
      readonly hash: string;
      /** The committee to announce it to before it is created: replies to it may come at once. */
      readonly announced?: CommitteeId | undefined;
    }
  /** Nothing: its cause is gone. */
  | { readonly type: 'unwanted' }
  /** Something that waits for another post. */
  | { readonly type: 'waiting' };

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

async function inThread(deps: Deps, ref: PostRef, post: Post, message: Message): Promise<Composition> {
  const at = await destinationOf(deps, ref, post);
  return at === undefined ? WAITING : { type: 'message', way: 'thread', at, message, hash: hashOf(message) };
}

async function underRoot(
  deps: Deps,
  ref: PostRef,
  post: Post,
  rootKey: string,
  message: Message,
): Promise<Composition> {
  const root = await deps.store.readPost({ ...ref, key: rootKey });
  if (root === undefined || root.value.state.status === 'dropped' || root.value.state.status === 'gone')
    return UNWANTED;
  if (root.value.state.status !== 'sent') return WAITING;
  const at = await destinationOf(deps, ref, post, root.value.state.place.root);
  return at === undefined ? WAITING : { type: 'message', way: 'reply', at, message, hash: hashOf(message) };
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
  const composition = await inThread(deps, ref, post, await questionMessage(deps, found, ref, post));
  return composition.type === 'message' ? { ...composition, announced: found.meeting.committee } : composition;
}

async function pointer(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const meeting = await meetingOf(deps, ref);
  if (meeting === undefined || ref.table !== 'Meetings') return UNWANTED;
  const line = await pointerOf(deps, ref, meeting);
  if (line === undefined) return UNWANTED;
  if (line === 'waiting') return WAITING;
  const at = await destinationOf(deps, ref, post, line.root);
  return at === undefined
    ? WAITING
    : { type: 'message', way: 'reply', at, message: line.message, hash: hashOf(line.message) };
}

async function preparation(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const message = await preparationOf(deps, ref, post);
  if (message === undefined) return UNWANTED;
  const composition = await inThread(deps, ref, post, message);
  return composition.type === 'message' ? { ...composition, announced: committeeOfPost(ref) } : composition;
}

async function echo(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const found = await roundOfPost(deps, ref, post);
  if (found === undefined || post.person === undefined) return UNWANTED;
  const { meeting, round } = found;
  const answer = (await deps.store.readAnswer(meeting.id, round.id, ownKey(post.person)))?.value;
  if (answer?.author === undefined || !isLiving(answer) || MODES[round.mode].echo === 'none') return UNWANTED;
  const { author, text = '', side } = answer;
  const message = echoMessage({ text, side }, shownAs(author, meeting, post), botText(meeting.language));
  return underRoot(deps, ref, post, questionPostKey(round.id), message);
}

const shownAs = ({ name }: { readonly name: string }, { names }: Meeting, { about }: Post): EchoedPerson | undefined =>
  names === 'hidden' ? undefined : { name, mri: about?.['mri'] };

async function digest(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const meeting = await meetingOf(deps, ref);
  if (meeting?.status !== 'ended' || !hasDigest(meeting)) return UNWANTED;
  const pages = await digestPages(deps, meeting, await deps.store.readAllRounds(meeting.id));
  const number = Number(post.key.slice(post.key.lastIndexOf('!') + 1));
  const page = pages[number - 1];
  if (page === undefined) return UNWANTED;
  return number === 1 ? inThread(deps, ref, post, page) : underRoot(deps, ref, post, digestPostKey(1), page);
}

/** All pages of an ended item's digest. `rows`: all that is stored of its rounds. */
export async function digestPages(
  { app, store }: Pick<Deps, 'app' | 'store'>,
  meeting: Meeting,
  rows: DigestRows,
): Promise<readonly Message[]> {
  // Where its channel is matters for what stands there alone.
  const team = rows.answers.some(isWordless) ? (await store.readTeam(meeting.team))?.value : undefined;
  const digest = digestOf(meeting, rows, team);
  return digestCards(digest, { tab: tabLink(app, meeting.committee) }, botText(meeting.language));
}

async function welcome(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
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
  return inThread(deps, ref, post, message);
}

async function guidance(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const { where, language } = post.about ?? {};
  const at = await destinationOf(deps, ref, post);
  if (at === undefined || !isPlace(where)) return UNWANTED;
  const message = guidanceMessage(where, botText(language === 'en' ? 'en' : 'da'));
  return { type: 'message', way: 'reply', at, message, hash: hashOf(message) };
}

/** Under the message that asked. */
async function command(deps: Deps, ref: PostRef, post: Post): Promise<Composition> {
  const { about = {} } = post;
  const [team, at] = await Promise.all([teamOfPost(deps, ref), destinationOf(deps, ref, post, about['root'])]);
  if (ref.table !== 'Committees' || team === undefined || at === undefined) return WAITING;
  const message = await commandAnswer(deps, { committee: ref.partition, team }, about);
  return { type: 'message', way: 'reply', at, message, hash: hashOf(message) };
}

const PLACES: readonly string[] = [
  'personal',
  'groupChat',
  'privateChannel',
  'sharedChannel',
] satisfies GuidancePlace[];
const isPlace = (where: string | undefined): where is GuidancePlace => where !== undefined && PLACES.includes(where);
