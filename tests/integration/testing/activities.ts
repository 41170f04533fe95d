import { COMMITTEE, type Person, people, TEAM } from '../../../infra/local/teams/state.ts';
import { signToken } from '../../../infra/local/entra/tokens.ts';
import type { Watched } from './watched.ts';

export interface Activity {
  readonly [field: string]: unknown;
  readonly conversation: object;
  readonly channelData: object;
}

export function personCalled(key: string): Person {
  const person = people(0).find((other) => other.key === key);
  if (person === undefined) throw new Error(`nobody is called ${key}`);
  return person;
}

/** A reply under `root`, as Teams would tell it to the bot. */
export function replyActivity({ driver }: Watched, root: string, changes: object = {}): Activity {
  const { appId, tenantId, serviceUrl } = driver.local.teams.addresses;
  const { mri, name, oid } = personCalled('amr');
  return {
    type: 'message',
    id: String(Number(root) + 1),
    timestamp: new Date(Number(root) + 1).toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: mri, name, aadObjectId: oid },
    recipient: { id: `28:${appId}`, name: 'MED-dialog' },
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId,
      id: `${COMMITTEE};messageid=${root}`,
    },
    textFormat: 'plain',
    text: 'Et svar, som ingen skal se',
    channelData: {
      channel: { id: COMMITTEE },
      team: { id: TEAM.id, aadGroupId: TEAM.aadGroupId },
      tenant: { id: tenantId },
    },
    ...changes,
  };
}

/** What the channel claims when it signs an activity. */
export function channelClaims({ driver }: Watched, changes: object = {}): object {
  const { botIssuer: iss, appId: aud, serviceUrl: serviceurl } = driver.local.teams.addresses;
  return { iss, aud, serviceurl, ...changes };
}

/** An `Authorization` header as the channel would send it. */
export const signedByChannel = (app: Watched): string => `Bearer ${signToken(app.keys.channel, channelClaims(app))}`;

/** Gives the bot an activity, or whatever else stands in its place. */
export async function tellBot(
  { driver }: Watched,
  activity: unknown,
  authorization: string | null,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${driver.local.functionsUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
