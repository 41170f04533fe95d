import { changeSetup as changed, type SetupContext, type SetupWish } from '#dialogue/decideSetup';
import { DialogueError } from '#dialogue/errors';
import type { Instant } from '#dialogue/instant';
import type { Person } from '#dialogue/meeting';
import { type Setup, sideOf } from '#dialogue/setup';
import type { Deps } from './deps.ts';
import { overtakePutting } from './fixNames.ts';
import { Unavailable } from './ports.ts';
import type { SetupView } from '#dialogue/setupView';
import { readSetup } from './readSetup.ts';
import type { Visitor } from './visitor.ts';
import { setupContext } from './setupContext.ts';

/** Tries before a committee's row that others keep changing is given up. */
const TRIES = 8;

export type SetupDeps = Pick<Deps, 'store' | 'memberships' | 'materials' | 'surroundings' | 'snapshots'>;

/** Who changes a committee's setup, and when. */
export interface SetupCaller {
  readonly visitor: Visitor;
  readonly by: Person;
  readonly at: Instant;
}

/**
 * Somebody who holds the keys says what the committee is.
 * @throws DialogueError what `dialogue/decideSetup` refuses; `Unavailable`
 */
export const changeSetup = (deps: SetupDeps, caller: SetupCaller, wish: SetupWish): Promise<SetupView> =>
  writeSetup(deps, caller, 'Setup.changed', (known, context) => changed(known, wish, caller.by, context));

/**
 * Decides on the setup as it stands and writes it over just that version of the committee's row, so that neither an item
 * that is opened meanwhile nor somebody else's setup is lost. Whoever loses decides anew on what the winner left.
 */
export async function writeSetup(
  deps: SetupDeps,
  { visitor, by, at }: SetupCaller,
  code: string,
  decide: (known: Setup | undefined, context: SetupContext) => Setup,
): Promise<SetupView> {
  const { team } = visitor;
  let written: Setup | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await deps.store.readCommittee(visitor.committee.id);
    if (stored === undefined) throw new DialogueError('CommitteeUnknown');
    const { value, version } = stored;
    // A write whose answer was lost may have been done: then the row holds what was wanted.
    if (written !== undefined && contentOf(value.setup) === contentOf(written)) break;
    const owns = await ownsTeam(deps, visitor, value.setup);
    const decideNow = async (): Promise<Setup> =>
      decide(value.setup, await setupContext(deps, team, value, { owns, at }));
    // What the rules refuse stops no question that is being put.
    if (value.fixing !== undefined) await decideNow();
    await overtakePutting(deps, value);
    const setup = await decideNow();
    if (setup === value.setup) break;
    written = setup;
    if (await deps.store.saveCommittee({ ...value, setup }, version)) {
      deps.surroundings.log({ level: 'info', code });
      break;
    }
    if (tries === TRIES - 1) throw new Unavailable('store');
  }
  // What others are shown is to follow at once; what other processes show follows within half a minute.
  deps.snapshots.forget({ committee: visitor.committee.id });
  await deps.snapshots.fresh(visitor.committee.id);
  return readSetup(deps, visitor, by);
}

/** A chair holds the keys without owning the team: where Teams does not tell who does, they go on as chair alone. */
async function ownsTeam(
  { memberships }: SetupDeps,
  { team, member }: Visitor,
  setup: Setup | undefined,
): Promise<boolean> {
  try {
    return await memberships.owns(team, member.person);
  } catch (error) {
    if (!(error instanceof Unavailable) || sideOf(setup, member.person) === undefined) throw error;
    return false;
  }
}

/** The same for what is the same, whatever the order of its fields: a row gives them in its own. */
const contentOf = (setup: Setup | undefined): string => JSON.stringify(setup ?? null, inOrder);

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
