import { COMMITTEE, TEAM } from '../../infra/local/teams/state.ts';
import { type PlayedCommittee, personOf } from '../support/memoryApp/playCommittee.ts';
import type { MemoryApp } from '../support/memoryApp/startMemoryApp.ts';
import type { Random } from '../support/random.ts';

/** Kinds of activities that Teams sends, as they change a message. */
const KINDS: readonly ((root: string, key: string) => object)[] = [
  () => ({ type: 'message', text: 'Et svar i tråden' }),
  () => ({ type: 'message', text: '<at>MED-dialog</at> afslut' }),
  () => ({
    type: 'message',
    text: 'Et <b>svar</b>',
    attachments: [{ contentType: 'text/html', content: '<p>Et <b>svar</b></p>' }],
  }),
  () => ({ type: 'messageUpdate', text: 'Et andet svar', channelData: { eventType: 'editMessage' } }),
  () => ({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }),
  () => ({ type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } }),
  () => ({
    type: 'conversationUpdate',
    membersAdded: [{ id: '29:en' }],
    channelData: { eventType: 'teamMemberAdded' },
  }),
  () => ({ type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }),
  () => ({ type: 'installationUpdate', action: 'add-upgrade' }),
  () => ({
    type: 'event',
    name: 'application/vnd.microsoft.meetingEnd',
    value: { MeetingType: 'Recurring' },
    channelData: { meeting: { id: 'x' } },
  }),
  (_, key) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: {
      action: {
        type: 'Action.Execute',
        verb: 'answer',
        data: { post: { table: 'Meetings', partition: key, key: 'r001!p!q' }, answer: 'Fra kortet' },
      },
      trigger: 'manual',
    },
  }),
];

const CLIENT = { type: 'clientInfo', locale: 'da-DK', country: 'DK' };

/** An activity as Teams sends it. */
export function activityOf({ teams }: MemoryApp, { root, open }: PlayedCommittee, random: Random): object {
  const { appId, tenantId, serviceUrl } = teams.addresses;
  const { mri, name, oid } = personOf(random.pick(['amr', 'medlem1', 'ekstra1']));
  const id = String(Number(root) + 1 + random.between(0, 39));
  const { channelData, ...more } = random.pick(KINDS)(root, open) as { channelData?: object };
  return {
    id,
    timestamp: new Date(Number(id)).toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: mri, name, aadObjectId: oid },
    recipient: { id: `28:${appId}`, name: 'MED-dialog' },
    conversation: { isGroup: true, conversationType: 'channel', tenantId, id: `${COMMITTEE};messageid=${root}` },
    entities: [CLIENT, { type: 'mention', text: '<at>MED-dialog</at>', mentioned: { id: `28:${appId}` } }],
    channelData: {
      channel: { id: COMMITTEE },
      team: { id: TEAM.id, aadGroupId: TEAM.aadGroupId },
      tenant: { id: tenantId },
      ...channelData,
    },
    ...more,
  };
}
