import { z } from 'zod';
import type { ChannelOrigin, InboundEvent } from '#usecases/inboundEvents';
import { languageOf, tenantsOf, toldAt } from './activity.ts';
import type { Activity } from './activity.ts';
import { dropped } from './dropped.ts';
import { messageText } from './messageText.ts';
import { isMessageId, whereaboutsOf, rootOf, withoutThread } from './whereabouts.ts';
import { authorOf, isBot, readReply } from './readReply.ts';

/**
 * What an activity from Teams means to the bot. Pure, and never throws: what makes no sense is `dropped`. Trust comes
 * before this: a body that nobody signed must not get here.
 */
export function normalise(activity: Activity, appId: string): InboundEvent {
  const place = whereaboutsOf(activity);
  if (place.type === 'nowhere') return dropped('nowhere');
  if (place.type === 'elsewhere') return readElsewhere(activity, place.where, appId);
  return readInChannel(activity, place.origin, appId);
}

function readInChannel(activity: Activity, origin: ChannelOrigin, appId: string): InboundEvent {
  switch (activity.type) {
    case 'message':
    case 'messageUpdate':
    case 'messageDelete':
      return readReply(activity, origin, appId);
    case 'invoke':
      return readCard(activity, origin);
    case 'installationUpdate':
      return readInstallation(activity, origin);
    case 'conversationUpdate':
      return readChange(activity, origin);
    case 'event':
      return readMeeting(activity, origin);
    default:
      return dropped('type');
  }
}

const CardValue = z.object({ action: z.object({ data: z.unknown().optional() }) });

function readCard(activity: Activity, origin: ChannelOrigin): InboundEvent {
  if (activity.name !== 'adaptiveCard/action') return dropped('invoke');
  const author = authorOf(activity);
  if (author === undefined) return dropped('noAuthor');
  // A question's card starts its thread, so that it is also what was pressed.
  const root = rootOf(activity) ?? activity.replyToId;
  const value = CardValue.safeParse(activity.value).data;
  if (!isMessageId(root) || value === undefined) return dropped('invoke');
  return { type: 'cardAnswered', ...origin, root, author, pressedAt: toldAt(activity), data: value.action.data };
}

/**
 * After an upgrade addresses may be new, and nobody is welcomed again. What an upgrade takes away comes back with it,
 * and if not, Teams refuses the next message.
 */
function readInstallation(activity: Activity, origin: ChannelOrigin): InboundEvent {
  const { id, action, from, channelData } = activity;
  const told = toldOfTeam(activity, origin);
  if (action === 'remove') return { type: 'removed', ...told };
  if (action === 'add-upgrade') return { type: 'channelsChanged', ...told };
  if (action !== 'add' || id === undefined) return dropped('installation');
  return {
    type: 'installed',
    ...told,
    committee: channelData.settings.selectedChannel.id ?? origin.committee,
    activity: id,
    by: from.id === undefined || !from.name ? undefined : { mri: from.id, name: from.name },
    language: languageOf(activity),
  };
}

/** `channelCreated`, `teamRenamed` and the like. Who has come or gone is asked for when it matters. */
function readChange(activity: Activity, origin: ChannelOrigin): InboundEvent {
  const event = activity.channelData.eventType ?? '';
  if (/^teamMember(?:Added|Removed)$/.test(event)) return { type: 'membersChanged', team: origin.team };
  return /^(?:channel|team)(?!Member)/.test(event)
    ? { type: 'channelsChanged', ...toldOfTeam(activity, origin) }
    : dropped('conversationUpdate');
}

/** Teams tells late, and again: what it tells of a team is put in order by Teams' own time. */
const toldOfTeam = (activity: Activity, { team, tenant, serviceUrl }: ChannelOrigin) =>
  ({ team, tenant, serviceUrl, at: toldAt(activity) }) as const;

const MEETING_EVENTS: Partial<Record<string, 'teamsMeetingStarted' | 'teamsMeetingEnded'>> = {
  'application/vnd.microsoft.meetingstart': 'teamsMeetingStarted',
  'application/vnd.microsoft.meetingend': 'teamsMeetingEnded',
};

/**
 * That a meeting has begun or ended, which Teams tells where the team has granted `ChannelMeeting.ReadBasic.Group`. Its id
 * stands in `channelData` only: the one in the value is another, and its case differs.
 */
function readMeeting({ name, channelData }: Activity, origin: ChannelOrigin): InboundEvent {
  const teamsMeeting = channelData.meeting.id;
  const type = MEETING_EVENTS[name?.toLowerCase() ?? ''];
  if (type === undefined || teamsMeeting === undefined) return dropped('event');
  return { type, ...origin, teamsMeeting };
}

type Where = Extract<InboundEvent, { type: 'elsewhere' }>['where'];

/** Somebody wants the bot where it cannot work: adds it, writes to it alone, or mentions it. */
function readElsewhere(activity: Activity, where: Where, appId: string): InboundEvent {
  if (!isWanted(activity, where, appId)) return dropped(where);
  const [tenant] = tenantsOf(activity);
  const { id, conversation, serviceUrl } = activity;
  if (id === undefined || conversation.id === undefined || tenant === undefined || serviceUrl === undefined)
    return dropped(where);
  return {
    type: 'elsewhere',
    where,
    // In the thread where it was mentioned, else at the top.
    conversation: rootOf(activity) === undefined ? withoutThread(conversation.id) : conversation.id,
    tenant,
    serviceUrl,
    activity: id,
    language: languageOf(activity),
  };
}

function isWanted(activity: Activity, where: Where, appId: string): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  if (activity.type !== 'message' || isBot(activity, appId)) return false;
  return where === 'personal' || messageText(activity, appId).addressed;
}
