import type { ChannelOrigin } from '#usecases/inboundEvents';
import type { Activity } from './activity.ts';
import { tenantsOf } from './activity.ts';

/** Where an activity happened. */
export type Whereabouts =
  | { readonly type: 'channel'; readonly origin: ChannelOrigin }
  | { readonly type: 'elsewhere'; readonly where: 'personal' | 'groupChat' | 'privateChannel' | 'sharedChannel' }
  | { readonly type: 'nowhere' };

/** A conversation's id without the thread: `19:…` of `19:…;messageid=N`. */
export const withoutThread = (conversation: string): string => conversation.replace(/;messageid=.*$/s, '');

export function whereaboutsOf(activity: Activity): Whereabouts {
  const type = conversationTypeOf(activity);
  if (type === 'personal') return { type: 'elsewhere', where: 'personal' };
  if (type === 'groupchat') return { type: 'elsewhere', where: 'groupChat' };
  const origin = originOf(activity);
  if (type !== 'channel' || origin === undefined) return { type: 'nowhere' };
  const where = NOT_STANDARD[channelTypeOf(activity)];
  return where === undefined ? { type: 'channel', origin } : { type: 'elsewhere', where };
}

/** Events about a team may come without the kind of conversation they belong to. */
function conversationTypeOf({ conversation, channelData }: Activity): string {
  const isTeam = (channelData.team.id ?? channelData.teamsTeamId) !== undefined;
  return conversation.conversationType?.toLowerCase() ?? (isTeam ? 'channel' : '');
}

/** Absent for a standard channel in most samples. Where it is named, documents name it differently. */
const channelTypeOf = ({ channelData: { channel } }: Activity): string =>
  (channel.type ?? channel.channelType ?? channel.membershipType ?? 'standard').toLowerCase();

const NOT_STANDARD: Readonly<Record<string, 'privateChannel' | 'sharedChannel'>> = {
  private: 'privateChannel',
  shared: 'sharedChannel',
};

function originOf(activity: Activity): ChannelOrigin | undefined {
  const { channel, team, teamsChannelId, teamsTeamId } = activity.channelData;
  const { serviceUrl, conversation } = activity;
  const committee = channel.id ?? teamsChannelId ?? withoutThread(conversation.id ?? '');
  const inTeam = team.id ?? teamsTeamId;
  const [tenant] = tenantsOf(activity);
  if (inTeam === undefined || tenant === undefined || serviceUrl === undefined || committee === '') return undefined;
  return { committee, team: inTeam, tenant, serviceUrl };
}

const NUMBER = /^\d{1,15}$/;

/** A message's id is a number: when it was posted, in milliseconds. */
export const isMessageId = (id: string | undefined): id is string => id !== undefined && NUMBER.test(id);

/**
 * The message that starts the thread. `channelData.thread.id` comes first where it is sent, as `N` or as
 * `19:…;messageid=N`; else the conversation tells. `replyToId` is not to be relied on.
 */
export function rootOf({ channelData, conversation }: Activity): string | undefined {
  const thread = channelData.thread.id;
  const named = isMessageId(thread) ? thread : threadIn(thread);
  return named ?? threadIn(conversation.id);
}

const threadIn = (conversation: string | undefined): string | undefined =>
  /;messageid=(\d{1,15})$/.exec(conversation ?? '')?.[1];
