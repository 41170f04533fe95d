import { TeamsConnectorClient } from 'botframework-connector';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Channel } from '#dialogue/team';
import { Unavailable } from '#usecases/ports';
import type { Member, RosterPort, TeamDescription } from '#usecases/ports';
import { botIdentity, TeamsAuthentication } from './authentication.ts';
import { httpOf } from './classify.ts';
import { AppCredentialsFactory } from './credentials.ts';
import type { AppCredential } from './credentials.ts';
import { sendOnce } from './sendOnce.ts';
import { CALL_TIMING } from './settings.ts';
import type { CallTiming, TeamsSettings } from './settings.ts';

const MemberAnswer = z.object({ id: z.string().min(1), name: z.string().nullish() });
const TeamAnswer = z.object({
  name: z.string().nullish(),
  aadGroupId: z.string().min(1),
  memberCount: z.number().int().nonnegative().nullish(),
});
const ChannelsAnswer = z.object({
  conversations: z.array(z.object({ id: z.string().min(1), name: z.string().nullish(), type: z.string().nullish() })),
});
const MembersAnswer = z.object({ members: z.array(z.unknown()), continuationToken: z.string().nullish() });

/** Members on a page, which is also what the Connector gives when nothing is asked for. */
const PAGE = 200;
/** Pages that are counted at most: a team holds up to 25,000 members. */
const MOST_PAGES = 200;

/** Who is in a team, as the Bot Connector tells. */
export function createRoster(deps: {
  readonly settings: TeamsSettings;
  readonly credential: AppCredential;
  readonly timing?: CallTiming | undefined;
}): RosterPort {
  const timing = deps.timing ?? CALL_TIMING;
  const authentication = new TeamsAuthentication(deps.settings, deps.credential, timing);
  const connectors = authentication.createConnectorFactory(botIdentity(deps.settings.appId));
  const factory = new AppCredentialsFactory(deps.settings.appId, deps.credential);
  return {
    member: (team, person) =>
      asking(async () => findMember((await connectors.create(team.serviceUrl)).conversations, team.id, person)),
    describe: (team) =>
      asking(async () => {
        const teams = new TeamsConnectorClient(await factory.createCredentials(), { baseUri: team.serviceUrl });
        const { conversations } = await connectors.create(team.serviceUrl);
        return describe(sendOnce(teams, timing), conversations, team.id);
      }),
  };
}

/** The one who has the object id `person`; the Connector takes it as well as Teams' own id. */
async function findMember(
  conversations: ConnectorClient['conversations'],
  team: string,
  person: string,
): Promise<Member | undefined> {
  try {
    const { id, name } = MemberAnswer.parse(await conversations.getConversationMember(team, person));
    return { person, name: name ?? '', mri: id };
  } catch (error) {
    if (httpOf(error) === 404) return undefined;
    throw error;
  }
}

async function describe(
  client: TeamsConnectorClient,
  conversations: ConnectorClient['conversations'],
  team: string,
): Promise<TeamDescription> {
  const [details, list] = await Promise.all([client.teams.fetchTeamDetails(team), client.teams.fetchChannelList(team)]);
  const { name, aadGroupId, memberCount } = TeamAnswer.parse(details);
  const channels = ChannelsAnswer.parse(list).conversations.map((channel) => toChannel(channel, name ?? ''));
  return { name: name ?? '', group: aadGroupId, members: memberCount ?? (await count(conversations, team)), channels };
}

/** Teams sends no name for the team's first channel: it is called what the team is called. */
const toChannel = (channel: z.output<typeof ChannelsAnswer>['conversations'][number], team: string): Channel => ({
  id: channel.id,
  name: channel.name ?? team,
  type: typeOf(channel.type?.toLowerCase() ?? 'standard'),
});

/** Of a kind that is not known yet only one thing is certain: it is not a standard channel. */
const typeOf = (type: string): Channel['type'] => (type === 'standard' || type === 'shared' ? type : 'private');

/** Older answers carry no number of members. */
async function count(conversations: ConnectorClient['conversations'], team: string): Promise<number> {
  let total = 0;
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = MembersAnswer.parse(
      await (continuationToken === undefined
        ? conversations.getConversationPagedMembers(team)
        : conversations.getConversationPagedMembers(team, { pageSize: PAGE, continuationToken })),
    );
    total += answer.members.length;
    continuationToken = answer.continuationToken ?? undefined;
    if (continuationToken === undefined) return total;
  }
  throw new Error('the list of members does not end');
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new Unavailable('connector', error);
  }
}
