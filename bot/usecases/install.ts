import { type Instant, plus } from '#dialogue/instant';
import { isOvertaken } from '#dialogue/isOvertaken';
import { duePost, type Post, type PostOwner } from '#dialogue/post';
import type { Team } from '#dialogue/team';
import type { Deps, Outbox } from './deps.ts';
import type { ChannelsChanged, Elsewhere, Installed, Removed } from './inboundEvents.ts';
import { attendLater } from './outbox.ts';
import { promise } from './promise.ts';
import { catchUp } from './catchUp.ts';
import { changeTeam } from './changeTeam.ts';
import { promiseErasure } from './eraseTeam.ts';
import { learnTeam } from './learnTeam.ts';

type InstallDeps = Outbox & Pick<Deps, 'roster'>;

/** The app was added to a team: learns the team's channels from the Connector and says hello, once whatever comes twice. */
export async function install(deps: InstallDeps, event: Installed): Promise<void> {
  const learnt = await learnTeam(deps, event, 'added');
  if (learnt === undefined) return;
  const { members } = learnt;
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
  const learnt = await learnTeam(deps, event, 'seen');
  if (learnt?.before?.install === 'removed') await catchUp(deps, event.team);
}

/** The app was removed. What is stored stays for a while: the committee may want its record, and the app may come back. */
export async function remove(deps: Pick<Outbox, 'store' | 'surroundings'>, event: Removed): Promise<void> {
  const removedAt = deps.surroundings.now();
  await promiseErasure(deps, event.team, removedAt);
  await changeTeam(deps, event.team, (known) => {
    if (isOvertaken(known, { change: 'removed', at: event.at })) return known;
    const team = known ?? unheardOf(event);
    // What is told again does not put it off.
    return (
      team && {
        ...team,
        // What was begun is carried through.
        install: known?.install === 'erasing' ? 'erasing' : 'removed',
        toldAt: event.at ?? team.toldAt,
        removedAt: removedAtOf(known) ?? removedAt,
      }
    );
  });
}

const removedAtOf = (known: Team | undefined): Instant | undefined =>
  known?.install === 'installed' ? undefined : known?.removedAt;

/** The addition may be told after the removal: only what is written down now shows then that it is over. */
const unheardOf = ({ team, tenant, serviceUrl, at }: Removed): Team | undefined =>
  at === undefined
    ? undefined
    : { id: team, tenant, serviceUrl, install: 'removed', name: '', group: '', language: 'da', channels: [] };

/** Longer than Teams tells of the same again, in milliseconds: until then it is remembered that guidance was given. */
const GUIDED = 24 * 60 * 60_000;

/** Says what is needed where the app cannot work, and forgets it: nothing else would ever delete the row. */
export async function guide(deps: Outbox, event: Elsewhere): Promise<void> {
  const { where, conversation, serviceUrl, tenant, language } = event;
  const owner = { table: 'Committees', partition: conversation } as const;
  const key = `p!guidance!${event.activity}`;
  await deps.store.addDue({ at: plus(deps.surroundings.now(), GUIDED), passing: { ...owner, key } });
  await postOnce(deps, owner, {
    key,
    kind: 'guidance',
    about: { where, conversation, serviceUrl, tenant, language },
  });
}

async function postOnce(deps: Outbox, owner: PostOwner, post: Omit<Post, 'state'>): Promise<void> {
  const due = await promise(deps, { ...owner, key: post.key });
  await deps.store.savePost(owner, duePost(post), undefined);
  attendLater(deps, [due]);
}
