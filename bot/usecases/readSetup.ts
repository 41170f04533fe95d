import { isAskedOf, leftOf } from '#dialogue/decideSetup';
import { DialogueError } from '#dialogue/errors';
import type { Instant } from '#dialogue/instant';
import type { Person } from '#dialogue/meeting';
import { type Setup, sideOf } from '#dialogue/setup';
import type { SetupView } from '#dialogue/setupView';
import type { Committee } from '#dialogue/team';
import type { Deps } from './deps.ts';
import { type Member, Unavailable } from './ports.ts';
import type { Visitor } from './visitor.ts';
import { setupContext } from './setupContext.ts';

type SetupDeps = Pick<Deps, 'store' | 'memberships' | 'materials' | 'surroundings'>;

/**
 * What a committee is and who may change it, read from its row.
 * @throws DialogueError `CommitteeUnknown`; `Unavailable`
 */
export async function readSetup(deps: SetupDeps, visitor: Visitor, by: Person): Promise<SetupView> {
  const at = deps.surroundings.now();
  const committee = (await deps.store.readCommittee(visitor.committee.id))?.value;
  if (committee === undefined) throw new DialogueError('CommitteeUnknown');
  return described(deps, visitor, committee, { by, at });
}

async function described(
  deps: SetupDeps,
  visitor: Visitor,
  committee: Committee,
  { by, at }: { readonly by: Person; readonly at: Instant },
): Promise<SetupView> {
  const { setup } = committee;
  const owners = await ownersOrNot(deps, visitor);
  const owns = owners?.some(({ person }) => person === by.person) ?? false;
  const context = await setupContext(deps, visitor.team, committee, { owns, at });
  const isChair = sideOf(setup, by.person) !== undefined;
  const isAsked = setup !== undefined && isAskedOf(setup, by, context);
  return {
    channel: committee.name,
    setup: setup && shown(setup),
    left: setup === undefined ? [] : leftOf(setup, context.roster),
    total: context.roster.size,
    ...(owners && { owners: owners.map(({ name }) => name) }),
    you: { person: by.person, mayChange: owns || isChair, isChair, isAsked },
    isLocked: context.isLocked,
    materials: deps.materials.map(({ slug, title }) => ({ slug, title })),
  };
}

/** Who said no to what is told to nobody. */
function shown(setup: Setup): SetupView['setup'] {
  const told = { ...setup, answered: undefined };
  return told;
}

/** Where Graph does not tell who owns the team, only a chair is offered to change it; changing itself asks again. */
async function ownersOrNot(
  { memberships, surroundings }: SetupDeps,
  { team }: Visitor,
): Promise<readonly Member[] | undefined> {
  try {
    return await memberships.owners(team);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    surroundings.log({ level: 'warn', code: 'KeysUnknown' });
    return undefined;
  }
}
