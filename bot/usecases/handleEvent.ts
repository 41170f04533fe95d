import type { TeamId } from '#dialogue/ids';
import type { Instant } from '#dialogue/instant';
import { isOvertaken } from '#dialogue/isOvertaken';
import type { AnswerNoted } from './answerNoted.ts';
import { changeTeam } from './changeTeam.ts';
import type { Deps } from './deps.ts';
import type {
  ChannelOrigin,
  ChannelsChanged,
  HandleEvent,
  InboundEvent,
  Installed,
  MembersChanged,
  Removed,
} from './inboundEvents.ts';
import { followChannels, guide, install, remove } from './install.ts';
import { takeCardAnswer } from './takeCardAnswer.ts';
import { noteDeleted } from './noteDeleted.ts';
import { followMeeting } from './followMeeting.ts';
import { takeInThread, takeMention } from './takeMention.ts';
import type { OwnedThreads } from './takeReply.ts';

type EventDeps = Deps & { readonly owned: OwnedThreads; readonly noted: AnswerNoted };

/** What the bot does with each thing that Teams tells it. */
export function createHandleEvent(deps: EventDeps): HandleEvent {
  const heard = new Map<TeamId, string>();

  /** Teams may move a team; the newest address counts. */
  async function noteServiceUrl(event: ChannelEvent): Promise<void> {
    const { team, serviceUrl } = event;
    if (heard.get(team) === serviceUrl) return;
    const at = timeOf(event);
    const { after } = await changeTeam(deps, team, (known) => {
      // What happened before the team was added or removed last may name an address of that time.
      if (known === undefined || known.serviceUrl === serviceUrl || isOvertaken(known, { change: 'seen', at }))
        return known;
      return { ...known, serviceUrl };
    });
    if (after === undefined || after.serviceUrl === serviceUrl) heard.set(team, serviceUrl);
  }

  function noteOrigin(event: InboundEvent): void {
    if (isFromChannel(event)) deps.surroundings.later('noteServiceUrl', () => noteServiceUrl(event));
  }

  return async (event) => {
    noteOrigin(event);
    switch (event.type) {
      case 'reply':
        await takeInThread(deps, event);
        return undefined;
      case 'mentioned':
        await takeMention(deps, event);
        return undefined;
      case 'startDeleted':
        await noteDeleted(deps, event);
        return undefined;
      case 'cardAnswered':
        return takeCardAnswer(deps, event);
      case 'teamsMeetingStarted':
      case 'teamsMeetingEnded':
        await followMeeting(deps, event);
        return undefined;
      case 'elsewhere':
        await guide(deps, event);
        return undefined;
      case 'dropped':
        return undefined;
      default:
        await followTeam(deps, event);
        return undefined;
    }
  };
}

type TeamEvent = Installed | Removed | ChannelsChanged | MembersChanged;

/** What is told of the team itself; what was read of it before is not shown any more. */
async function followTeam(deps: Deps, event: TeamEvent): Promise<void> {
  switch (event.type) {
    case 'installed':
      await install(deps, event);
      break;
    case 'removed':
      await remove(deps, event);
      break;
    case 'channelsChanged':
      await followChannels(deps, event);
      break;
    case 'membersChanged':
      deps.memberships.forget(event.team);
      return;
  }
  deps.snapshots.forget({ team: event.team });
}

type ChannelEvent = Extract<InboundEvent, ChannelOrigin>;

/** When it happened, by Teams' clock, where that is told. */
function timeOf(event: ChannelEvent): Instant | undefined {
  if (event.type === 'reply' || event.type === 'mentioned') return event.at;
  return event.type === 'cardAnswered' ? event.pressedAt : undefined;
}

/** What happens in a channel tells the team's address. What tells of the team itself writes all of the team, at the same time. */
const isFromChannel = (event: InboundEvent): event is ChannelEvent => FROM_CHANNEL.includes(event.type);

const FROM_CHANNEL: readonly InboundEvent['type'][] = [
  'reply',
  'mentioned',
  'cardAnswered',
  'teamsMeetingStarted',
  'teamsMeetingEnded',
] satisfies ChannelEvent['type'][];
