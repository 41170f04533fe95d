import { loadKeys, signToken } from '../../infra/local/entra/tokens.ts';
import { guid, people, TEAM } from '../../infra/local/teams/state.ts';
import type { TeamsAddresses } from '../../infra/local/teams/index.ts';

/** A reply as Teams sends it to the bot, ready to be posted. */
export interface SignedReply {
  readonly id: string;
  readonly text: string;
  readonly body: string;
  readonly authorization: string;
}

interface Where {
  readonly committee: string;
  readonly root: string;
  /** Folder of the stand-in's signing keys. */
  readonly keys: string;
  readonly addresses: TeamsAddresses;
}

/** So many replies in one thread, by all members in turn, each with a token of its own, as good as any that Teams sends. */
export function signReplies(count: number, { committee, root, keys, addresses }: Where): readonly SignedReply[] {
  const { channel } = loadKeys(keys);
  const { botIssuer: iss, appId: aud, serviceUrl, tenantId } = addresses;
  const members = people(0).filter(({ member }) => member);
  const first = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const author = members[index % members.length];
    const id = String(first + index);
    const text = `Svar ${index + 1}: vi mangler en fast makker den første uge, og det går for stærkt den første dag`;
    const activity = {
      type: 'message',
      id,
      timestamp: new Date(first + index).toISOString(),
      channelId: 'msteams',
      serviceUrl,
      locale: 'da-DK',
      from: { id: author?.mri, name: author?.name, aadObjectId: author?.oid },
      conversation: { isGroup: true, conversationType: 'channel', tenantId, id: `${committee};messageid=${root}` },
      recipient: { id: `28:${aud}`, name: 'MED-dialog' },
      textFormat: 'plain',
      text,
      attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
      entities: [
        { type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' },
      ],
      channelData: {
        teamsChannelId: committee,
        teamsTeamId: TEAM.id,
        channel: { id: committee },
        team: TEAM,
        tenant: { id: tenantId },
      },
    };
    const token = signToken(channel, { iss, aud, serviceurl: serviceUrl, jti: guid(id) });
    return { id, text, body: JSON.stringify(activity), authorization: `Bearer ${token}` };
  });
}
