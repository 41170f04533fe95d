import type { CommitteeId, TeamId } from '#dialogue/ids';
import { duePost, type Post, type PostOwner } from '#dialogue/post';
import type { Channel, Team } from '#dialogue/team';
import type { Deps, Outbox } from './deps.ts';
import type { ChannelsChanged, Elsewhere, Installed, Removed } from './inboundEvents.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { Unavailable } from './ports.ts';
import { catchUp } from './catchUp.ts';

type InstallDeps = Outbox & Pick<Deps, 'roster'>;

/** The app was added to a team: learns the team's channels from the Connector and says hello, once whatever comes twice. */
export async function install(deps: InstallDeps, event: Installed): Promise<void> {
  const members = await learnTeam(deps, event, event.language);
  await catchUp(deps, event.team);
  const about = {
    ...(event.by && { byName: event.by.name, byMri: event.by.mri }),
    ...(members !== undefined && { members: String(members) }),
    language: event.language,
  };
  await postOnce(
    deps,
    { table: 'Committees', partition: event.committee },
    {
      key: `p!welcome!${event.activity}`,
      kind: 'welcome',
      about,
    },
  );
}

/** Channels were made, renamed or deleted, or the app was upgraded. */
export async function followChannels(deps: InstallDeps, event: ChannelsChanged): Promise<void> {
  const team = await deps.store.readTeam(event.team);
  await learnTeam(deps, event, team?.value.language ?? 'da');
  if (team?.value.install === 'removed') await catchUp(deps, event.team);
}

/** The app was removed. What is stored stays: the committee may want its record, and the app may come back. */
export async function remove({ store }: Outbox, event: Removed): Promise<void> {
  const team = await store.readTeam(event.team);
  if (team !== undefined) await store.saveTeam({ ...team.value, install: 'removed' });
}

/** Says what is needed where the app cannot work. */
export async function guide(deps: Outbox, event: Elsewhere): Promise<void> {
  const { where, conversation, serviceUrl, tenant, language } = event;
  await postOnce(
    deps,
    { table: 'Committees', partition: conversation },
    {
      key: `p!guidance!${event.activity}`,
      kind: 'guidance',
      about: { where, conversation, serviceUrl, tenant, language },
    },
  );
}

async function postOnce(deps: Outbox, owner: PostOwner, post: Omit<Post, 'state'>): Promise<void> {
  const due = await promise(deps, { ...owner, key: post.key });
  await deps.store.savePost(owner, duePost(post), undefined);
  attendLater(deps, [due]);
}

/** @returns how many can read along; undefined where Teams did not tell, and then only what the event said is known */
async function learnTeam(deps: InstallDeps, event: Address, language: Team['language']): Promise<number | undefined> {
  const told = await describe(deps, event);
  const team: Team = {
    id: event.team,
    tenant: event.tenant,
    serviceUrl: event.serviceUrl,
    install: 'installed',
    language,
    ...(told ?? (await knownBefore(deps, event))),
  };
  await deps.store.saveTeam(team);
  for (const channel of team.channels) if (channel.type === 'standard') await learnCommittee(deps, team.id, channel);
  return told?.members;
}

type Address = Pick<Installed, 'team' | 'tenant' | 'serviceUrl'> & { readonly committee?: CommitteeId };
type Told = Pick<Team, 'name' | 'group' | 'channels'>;

async function knownBefore({ store }: Outbox, event: Address): Promise<Told> {
  const before = (await store.readTeam(event.team))?.value;
  if (before !== undefined) return { name: before.name, group: before.group, channels: before.channels };
  const channel: Channel[] =
    event.committee === undefined ? [] : [{ id: event.committee, name: 'General', type: 'standard' }];
  return { name: '', group: '', channels: channel };
}

async function describe(
  { roster, surroundings }: InstallDeps,
  { team, tenant, serviceUrl }: Address,
): Promise<(Told & { readonly members: number }) | undefined> {
  try {
    const { name, group, channels, members } = await roster.describe({ id: team, tenant, serviceUrl });
    return { name, group, channels, members };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    surroundings.log({ level: 'warn', code: 'TeamUnknown' });
    return undefined;
  }
}

/** A committee keeps its item when its channel is seen again or renamed. */
async function learnCommittee({ store }: Outbox, team: TeamId, channel: Channel): Promise<void> {
  const known = await store.readCommittee(channel.id);
  if (known?.value.name === channel.name && known.value.team === team) return;
  await store.saveCommittee({ id: channel.id, team, name: channel.name, open: known?.value.open }, known?.version);
}
