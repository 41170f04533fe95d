import { isLiving, peopleIn } from '#dialogue/answer';
import type { CommitteeId, MeetingId } from '#dialogue/ids';
import { tabLink, threadLink } from '#dialogue/link';
import { currentRound, hasDigest, type Language, type Meeting, questionOf } from '#dialogue/meeting';
import type { Post } from '#dialogue/post';
import type { Team } from '#dialogue/team';
import { botText } from '#render/botText';
import { type CommandAnswer, commandCard } from '#render/commandCard';
import type { Message } from '#render/message';
import type { MentionCommand } from './commandIn.ts';
import type { Outbox } from './deps.ts';

/** What was asked for; `unknown`: something that is no command. Written in the answer's row, so the words stay. */
export type CommandAsked = MentionCommand | 'unknown';

/** What was decided of a command to end. Written in the answer's row. */
export type EndingOutcome = 'ending' | 'notFacilitator' | 'nothingOpen';

type Deps = Pick<Outbox, 'store' | 'app' | 'channelReading'>;
type About = NonNullable<Post['about']>;

/** Where it was asked. */
interface Place {
  readonly committee: CommitteeId;
  readonly team: Team;
}

/** The answer to a command, from what is stored now, in the language in which it was asked, or else the team's. */
export async function commandAnswer(deps: Deps, place: Place, about: About): Promise<Message> {
  const answer = await ANSWERS[askedIn(about)](deps, place, about);
  return commandCard(
    answer,
    { tab: tabLink(deps.app, place.committee) },
    botText(languageIn(about) ?? place.team.language, deps.channelReading),
  );
}

const ANSWERS: Readonly<
  Record<CommandAsked, (deps: Deps, place: Place, about: About) => CommandAnswer | Promise<CommandAnswer>>
> = {
  hello: () => ({ type: 'help', to: 'hello' }),
  help: () => ({ type: 'help', to: 'help' }),
  unknown: () => ({ type: 'help', to: 'unknown' }),
  thanks: () => ({ type: 'thanks' }),
  status,
  digest,
  end,
};

const languageIn = ({ language }: About): Language | undefined =>
  language === 'da' || language === 'en' ? language : undefined;

function askedIn({ command = '' }: About): CommandAsked {
  return Object.hasOwn(ANSWERS, command) ? (command as CommandAsked) : 'unknown';
}

async function status(deps: Deps, { committee }: Place): Promise<CommandAnswer> {
  const found = (await deps.store.readCommittee(committee))?.value;
  const meeting = await read(deps, found?.open);
  if (meeting?.status !== 'open') return { type: 'nothingOpen', prepared: await prepared(deps, found?.next) };
  return { type: 'open', title: meeting.title, lead: meeting.lead.name, round: await roundNow(deps, meeting) };
}

/** The name of the item that is being prepared. */
async function prepared(deps: Deps, next: MeetingId | undefined): Promise<string | undefined> {
  const meeting = await read(deps, next);
  return meeting?.status === 'planned' ? meeting.title : undefined;
}

/** The question that was put last. How many have answered is told; who has is seen in the thread, and who has not by nobody. */
async function roundNow({ store }: Deps, meeting: Meeting) {
  const round = currentRound(meeting);
  if (round === undefined) return undefined;
  const { answers } = await store.readRoundOn(meeting.id, round.id);
  const living = answers.filter((answer) => answer.round === round.id && isLiving(answer));
  return {
    status: round.status,
    question: questionOf(meeting, round.question)?.text ?? '',
    ...peopleIn(living),
  };
}

/** Of so many items one has been opened. */
const NEWEST = 20;

async function digest({ store }: Deps, { committee, team }: Place): Promise<CommandAnswer> {
  const newest = (await store.listHistory(committee, NEWEST)).find(({ discarded }) => !discarded);
  if (newest === undefined) return { type: 'noDigest' };
  const { title, openedAt, digest: root } = newest;
  const link = root && threadLink({ committee, root, tenant: team.tenant, group: team.group });
  return { type: 'digest', title, date: openedAt, link };
}

async function end(deps: Deps, _: Place, { outcome, meeting: id }: About): Promise<CommandAnswer> {
  const meeting = await read(deps, id);
  if (meeting === undefined) return { type: 'nothingToEnd' };
  if (outcome === 'notFacilitator') return { type: 'notFacilitator', lead: meeting.lead.name };
  if (meeting.status !== 'ended') return { type: 'notEnded', title: meeting.title };
  return { type: 'ended', title: meeting.title, digest: hasDigest(meeting) ? 'coming' : 'none' };
}

const read = async ({ store }: Deps, id: string | undefined): Promise<Meeting | undefined> =>
  id === undefined ? undefined : (await store.readMeeting(id))?.value;
