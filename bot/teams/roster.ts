import type { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Channel } from '#dialogue/team';
import { Unavailable } from '#usecases/ports';
import type { Member, RosterPort, TeamDescription } from '#usecases/ports';
import { httpOf } from './classify.ts';
import { createConnectors } from './connectors.ts';
import type { ConnectorDeps } from './connectors.ts';

type Conversations = ConnectorClient['conversations'];

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
/** The object id has two names: the Connector's own, and the one that activities carry. */
const ListedAnswer = MemberAnswer.extend({ objectId: z.string().nullish(), aadObjectId: z.string().nullish() });

/** Members on a page, which is also what the Connector gives when nothing is asked for. */
const PAGE = 200;
/** Pages that are read at most: a team holds up to 25,000 members. */
const MOST_PAGES = 200;

/** Who is in a team, as the Bot Connector tells. */
export function createRoster(deps: ConnectorDeps): RosterPort {
  const connectors = createConnectors(deps);
  return {
    member: (team, person) =>
      asking(async () => findMember(await connectors.conversations(team.serviceUrl), team.id, person)),
    list: (team) => asking(async () => list(await connectors.conversations(team.serviceUrl), team.id)),
    describe: (team) =>
      asking(async () =>
        describe(await connectors.teams(team.serviceUrl), await connectors.conversations(team.serviceUrl), team.id),
      ),
  };
}

/** The one who has the object id `person`; the Connector takes it as well as Teams' own id. */
async function findMember(conversations: Conversations, team: string, person: string): Promise<Member | undefined> {
  try {
    const { id, name } = MemberAnswer.parse(await conversations.getConversationMember(team, person));
    return { person, name: name ?? '', mri: id };
  } catch (error) {
    if (httpOf(error) === 404) return undefined;
    throw error;
  }
}

async function describe(
  teams: TeamsConnectorClient['teams'],
  conversations: Conversations,
  team: string,
): Promise<TeamDescription> {
  const [details, list] = await Promise.all([teams.fetchTeamDetails(team), teams.fetchChannelList(team)]);
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
async function count(conversations: Conversations, team: string): Promise<number> {
  let total = 0;
  for await (const page of pages(conversations, team)) total += page.length;
  return total;
}

/** Who has no object id is no person of the tenant (an app, or somebody who is only let in to a meeting), and can have no part. */
async function list(conversations: Conversations, team: string): Promise<readonly Member[]> {
  const found = new Map<string, Member>();
  for await (const page of pages(conversations, team)) {
    for (const { id, name, objectId, aadObjectId } of page.map((member) => ListedAnswer.parse(member))) {
      const person = objectId ?? aadObjectId ?? '';
      if (person !== '') found.set(person, { person, name: name ?? '', mri: id });
    }
  }
  return [...found.values()];
}

async function* pages(conversations: Conversations, team: string): AsyncGenerator<readonly unknown[]> {
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = MembersAnswer.parse(
      await (continuationToken === undefined
        ? conversations.getConversationPagedMembers(team)
        : conversations.getConversationPagedMembers(team, { pageSize: PAGE, continuationToken })),
    );
    yield answer.members;
    continuationToken = answer.continuationToken ?? undefined;
    if (continuationToken === undefined) return;
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
