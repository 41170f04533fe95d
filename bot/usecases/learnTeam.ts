import type { CommitteeId, TeamId } from '#dialogue/ids';
import { isOvertaken } from '#dialogue/isOvertaken';
import { type Channel, committeesOf, type Team } from '#dialogue/team';
import { changeTeam } from './changeTeam.ts';
import type { Deps, Outbox } from './deps.ts';
import { eraseCommittees } from './eraseTeam.ts';
import type { Installed } from './inboundEvents.ts';
import { type TeamDescription, Unavailable } from './ports.ts';

type LearnDeps = Outbox & Pick<Deps, 'roster'>;

/** What an event says of a team; an addition also says where to speak, and in which language. */
type Told = Pick<Installed, 'team' | 'tenant' | 'serviceUrl' | 'at'> &
  Partial<Pick<Installed, 'committee' | 'language'>>;

export interface Learnt {
  readonly before: Team | undefined;
  /** How many can read along; undefined where Teams did not tell, and then only what the event said is known. */
  readonly members: number | undefined;
}

/**
 * The app is in a team: learns the team's channels from the Connector.
 * @returns undefined where something newer is known of the team, and nothing was changed
 */
export async function learnTeam(deps: LearnDeps, event: Told, change: 'added' | 'seen'): Promise<Learnt | undefined> {
  let described: TeamDescription | undefined;
  const { before, after } = await changeTeam(deps, event.team, async (known) => {
    if (isOvertaken(known, { change, at: event.at })) return known;
    // Asked after the row was read: whoever asked earlier and would write later must ask again.
    described = await describe(deps, event);
    // What happens to a team tells of it even without the app: only the Connector's answer shows that the app is back.
    if (change === 'seen' && isAway(known) && described === undefined) return known;
    // Two weeks after it was removed nothing of before comes back: it is gone first, also where that was interrupted.
    if (known?.install === 'erasing') await eraseCommittees(deps, known);
    return {
      ...teamOf(known, event, described),
      // A sign of life says nothing of when the app was added: what tells of that may still come.
      toldAt: (change === 'added' ? event.at : undefined) ?? known?.toldAt,
    };
  });
  if (after === undefined || after === before) return undefined;
  for (const channel of after.channels) if (channel.type === 'standard') await learnCommittee(deps, after.id, channel);
  return { before, members: described?.members };
}

const isAway = (known: Team | undefined): boolean => known !== undefined && known.install !== 'installed';

const teamOf = (known: Team | undefined, event: Told, described: TeamDescription | undefined): Team => ({
  id: event.team,
  tenant: event.tenant,
  serviceUrl: event.serviceUrl,
  install: 'installed',
  language: event.language ?? known?.language ?? 'da',
  ...(described === undefined ? withoutDescription(known, event) : namesOf(described)),
  former: known && described ? formerOf(known, described) : known?.former,
});

/** Channels come back, too. */
function formerOf(known: Team, { channels }: TeamDescription): readonly CommitteeId[] | undefined {
  const gone = committeesOf(known).filter((id) => channels.every((channel) => channel.id !== id));
  return gone.length === 0 ? undefined : gone;
}

type Names = Pick<Team, 'name' | 'group' | 'channels'>;

const namesOf = ({ name, group, channels }: Names): Names => ({ name, group, channels });

function withoutDescription(known: Team | undefined, { committee }: Told): Names {
  if (known !== undefined && known.channels.length > 0) return namesOf(known);
  const channels: Channel[] = committee === undefined ? [] : [{ id: committee, name: 'General', type: 'standard' }];
  return { name: known?.name ?? '', group: known?.group ?? '', channels };
}

async function describe(
  { roster, surroundings }: LearnDeps,
  { team, tenant, serviceUrl }: Told,
): Promise<TeamDescription | undefined> {
  try {
    return await roster.describe({ id: team, tenant, serviceUrl });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    surroundings.log({ level: 'warn', code: 'TeamUnknown' });
    return undefined;
  }
}

/** Tries before a committee's row that others keep changing is given up; Teams then tells again. */
const TRIES = 8;

/** A committee keeps its items and its setup when its channel is seen again or renamed. */
async function learnCommittee(
  { store }: Pick<Outbox, 'store'>,
  team: TeamId,
  { id, name }: { readonly id: CommitteeId; readonly name: string },
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await store.readCommittee(id);
    if (known?.value.name === name && known.value.team === team) return;
    if (await store.saveCommittee({ ...known?.value, id, team, name }, known?.version)) return;
  }
  throw new Unavailable('store');
}
