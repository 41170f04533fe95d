import { DialogueError } from './errors.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Names, Person } from './meeting.ts';
import { type Answered, type Level, listedIn, type Proposal, type Setup } from './setup.ts';

/** Most people on a committee's list. */
export const COMMITTEE_LIMIT = 200;
/** Answers to proposals that are remembered: both chairs', and those of an owner in their place. */
const ANSWERS_REMEMBERED = 4;

/** What somebody who holds the keys wants a committee to be; people by their ids. */
export interface SetupWish {
  /** Of the setup that they saw; 0 for none. */
  readonly revision: number;
  readonly name: string;
  readonly level: Level;
  readonly material?: string | undefined;
  readonly chair?: PersonId | undefined;
  readonly deputy?: PersonId | undefined;
  readonly leads?: PersonId | undefined;
  readonly names: Names;
  readonly members: readonly PersonId[];
  readonly substitutes: readonly PersonId[];
}

/** A yes or no, and the revision in which the proposal was seen. */
type ProposalAnswer = Omit<Answered, 'by'>;

export interface SetupContext {
  /** Everybody in the team. */
  readonly roster: ReadonlyMap<PersonId, Person>;
  /** Whether whoever changes it owns the team. */
  readonly owns: boolean;
  /** An item is open in which a question is put. */
  readonly isLocked: boolean;
  readonly at: Instant;
}

const SEATS = ['chair', 'deputy', 'leads'] as const;
const NOBODY = { chair: undefined, deputy: undefined, leads: undefined, names: 'shown' } as const;

const revisionOf = (known: Setup | undefined): number => known?.revision ?? 0;

/**
 * What a committee is after somebody's wish. What both chairs decide waits as a proposal, but for an owner who names
 * chairs where one is missing. A wish that changes nothing gives `known` itself, whatever revision it names: it is the
 * same wish again, after an answer that got lost.
 * @throws DialogueError `SetupChanged`, `SetupLocked`, `ProposalWaiting`, `ChairsSame`, `ChairsMissing`,
 * `CommitteeTooLarge`, `PersonNotMember`
 */
export function changeSetup(known: Setup | undefined, wish: SetupWish, by: Person, context: SetupContext): Setup {
  const wished = resolved(known, wish, context);
  const before: Setup = known ?? { ...wished, ...NOBODY };
  const asked = changesPeople(before, wished) || wished.names !== before.names;
  const plain = listedOnce({ ...before, ...freelyChanged(wished) });
  if (known !== undefined && isSame(plain, known) && (!asked || isProposedBy(known, wished, by))) return known;
  if (wish.revision !== revisionOf(known)) throw new DialogueError('SetupChanged');
  const changed = asked ? listedOnce(proposed(plain, wished, by, context)) : plain;
  if (listedIn(changed).length > COMMITTEE_LIMIT) throw new DialogueError('CommitteeTooLarge');
  return { ...changed, revision: wish.revision + 1 };
}

/**
 * A chair's yes or no to what waits. Whoever proposed it may take it back. The same answer again gives `known` itself,
 * also after it has taken effect.
 * @throws DialogueError `SetupChanged`, `SetupLocked`, `NotChair`
 */
export function answerProposal(
  known: Setup | undefined,
  answer: ProposalAnswer,
  by: Person,
  context: SetupContext,
): Setup {
  if (known !== undefined && isAnswered(known, answer, by)) return known;
  if (known?.proposal === undefined || known.revision !== answer.revision) throw new DialogueError('SetupChanged');
  return answeredNow(known, known.proposal, answer, by, context);
}

function answeredNow(
  known: Setup,
  proposal: Proposal,
  answer: ProposalAnswer,
  by: Person,
  context: SetupContext,
): Setup {
  const speaksFor = spokenFor(known, proposal, by, context);
  const isTakenBack = !answer.agrees && proposal.by.person === by.person;
  if (speaksFor.length === 0 && !isTakenBack) throw new DialogueError('NotChair');
  if (context.isLocked) throw new DialogueError('SetupLocked');
  const revision = known.revision + 1;
  const answered = remembered(known, answer, by);
  if (!answer.agrees) return { ...known, proposal: undefined, answered, revision };
  const agreed = [...new Set([...proposal.agreed, ...speaksFor])];
  if (agreed.length === proposal.agreed.length) return known;
  return { ...listedOnce(settled({ ...known, proposal: { ...proposal, agreed } }, context)), answered, revision };
}

const isAnswered = ({ answered = [] }: Setup, { revision, agrees }: ProposalAnswer, { person }: Person): boolean =>
  answered.some((one) => one.by === person && one.revision === revision && one.agrees === agrees);

const remembered = ({ answered = [] }: Setup, { revision, agrees }: ProposalAnswer, { person }: Person) =>
  [...answered.filter(({ by }) => by !== person), { by: person, revision, agrees }].slice(-ANSWERS_REMEMBERED);

/** Whether somebody's yes or no is still wanted. */
export function isAskedOf(setup: Setup, by: Person, context: Pick<SetupContext, 'roster' | 'owns'>): boolean {
  const { proposal } = setup;
  return (
    proposal !== undefined && spokenFor(setup, proposal, by, context).some((seat) => !proposal.agreed.includes(seat))
  );
}

/** Ids of people on the list who are not in the team any more. */
export const leftOf = (setup: Setup, roster: SetupContext['roster']): readonly PersonId[] =>
  listedIn(setup).flatMap(({ person }) => (roster.has(person) ? [] : [person]));

const notMember = (place: string): DialogueError => new DialogueError('PersonNotMember', '', place);

/** The wish with people instead of ids. */
function resolved(known: Setup | undefined, wish: SetupWish, { roster }: SetupContext): Setup {
  const before = new Map((known === undefined ? [] : listedIn(known)).map((person) => [person.person, person]));
  const find = (id: PersonId, place: string): Person => {
    const person = roster.get(id) ?? before.get(id);
    if (person === undefined) throw notMember(place);
    return person;
  };
  // Somebody who has left keeps the seat that they have, and gets no other.
  const seated = (seat: (typeof SEATS)[number]): Person | undefined => {
    const id = wish[seat];
    if (id !== undefined && !roster.has(id) && known?.[seat]?.person !== id) throw notMember(seat);
    return id === undefined ? undefined : find(id, seat);
  };
  const [chair, deputy, leads] = [seated('chair'), seated('deputy'), seated('leads')];
  if (chair !== undefined && chair.person === deputy?.person) throw new DialogueError('ChairsSame');
  const { name, level, material, names, revision } = wish;
  const listed = (list: 'members' | 'substitutes'): readonly Person[] =>
    wish[list].map((id, at) => find(id, `${list}.${at}`));
  const lists = { members: listed('members'), substitutes: listed('substitutes') };
  return { name, level, material, chair, deputy, leads, names, ...lists, revision };
}

/** Chairs are not among the members, nor members among the substitutes. Who may become a chair stays a member until then. */
function listedOnce(setup: Setup): Setup {
  const seen = new Set(seatsOf(setup));
  const unseen = ({ person }: Person): boolean => seen.size < seen.add(person).size;
  return { ...setup, members: setup.members.filter(unseen), substitutes: setup.substitutes.filter(unseen) };
}

/** What somebody who holds the keys changes at once. */
const freelyChanged = ({ name, level, material, members, substitutes }: Setup): Partial<Setup> => ({
  name,
  level,
  material,
  members,
  substitutes,
});

function proposed(setup: Setup, wished: Setup, by: Person, context: SetupContext): Setup {
  if (context.isLocked) throw new DialogueError('SetupLocked');
  if (isAnothersWaiting(setup, wished, by, context)) throw new DialogueError('ProposalWaiting');
  if (setup.names !== wished.names && !haveBoth(wished, context)) throw new DialogueError('ChairsMissing');
  // Until there are two chairs nobody but an owner says who they are.
  if (seatsOf(setup).length < 2 && !context.owns) throw new DialogueError('ChairsMissing');
  const { chair, deputy, leads, names } = wished;
  const proposal: Proposal = { chair, deputy, leads, names, by, at: context.at, agreed: [] };
  // Whoever proposes what another has proposed agrees to it.
  const before = isProposed(setup, wished) ? (setup.proposal?.agreed ?? []) : [];
  const agreed = [...new Set([...before, ...spokenFor(setup, proposal, by, context)])];
  return settled({ ...setup, proposal: { ...proposal, agreed } }, context, by);
}

/** Another's proposal is answered before a different one is made, as long as there is a chair in the team who can say no to it. */
function isAnothersWaiting(setup: Setup, wished: Setup, by: Person, { roster }: SetupContext): boolean {
  if (setup.proposal === undefined || setup.proposal.by.person === by.person) return false;
  return !isProposed(setup, wished) && seatsOf(setup).some((seat) => roster.has(seat));
}

/** As much of what is proposed as has been agreed on: first who the people are, and then, by the chairs they make, the names. */
function settled(setup: Setup, context: SetupContext, by?: Person): Setup {
  const { proposal } = setup;
  if (proposal === undefined) return setup;
  const seats = seatsOf(setup);
  if (changesPeople(setup, proposal)) {
    if (seats.length === 2 && !seats.every((seat) => proposal.agreed.includes(seat))) return setup;
    const { chair, deputy, leads } = proposal;
    const now = { ...setup, chair, deputy, leads };
    const stay = (seat: PersonId): boolean => proposal.agreed.includes(seat) && context.roster.has(seat);
    const agreed = seatsOf(now).filter((seat) => stay(seat) || seat === by?.person);
    return settled({ ...now, proposal: { ...proposal, agreed } }, context);
  }
  if (proposal.names === setup.names) return { ...setup, proposal: undefined };
  const isAgreed = seats.length === 2 && seats.every((seat) => proposal.agreed.includes(seat));
  return isAgreed && haveBoth(setup, context) ? { ...setup, names: proposal.names, proposal: undefined } : setup;
}

/** The chairs for whom somebody speaks: themselves, and as an owner whoever has left, unless it is about the names. */
function spokenFor(
  setup: Setup,
  proposal: Proposal,
  by: Person,
  { owns, roster }: Pick<SetupContext, 'roster' | 'owns'>,
): readonly PersonId[] {
  const maySpeakForOthers = owns && changesPeople(setup, proposal);
  return seatsOf(setup).filter((seat) => seat === by.person || (maySpeakForOthers && !roster.has(seat)));
}

const seatsOf = ({ chair, deputy }: Setup): readonly PersonId[] =>
  [chair, deputy].flatMap((person) => (person === undefined ? [] : [person.person]));

const haveBoth = (setup: Setup, { roster }: Pick<SetupContext, 'roster'>): boolean =>
  seatsOf(setup).filter((seat) => roster.has(seat)).length === 2;

const changesPeople = (setup: Setup, wished: Pick<Setup, (typeof SEATS)[number]>): boolean =>
  SEATS.some((seat) => setup[seat]?.person !== wished[seat]?.person);

const isProposed = ({ proposal }: Setup, wished: Setup): boolean =>
  proposal !== undefined &&
  proposal.names === wished.names &&
  SEATS.every((seat) => proposal[seat]?.person === wished[seat]?.person);

const isProposedBy = (known: Setup, wished: Setup, by: Person): boolean =>
  isProposed(known, wished) && known.proposal?.by.person === by.person;

/** Whether what is changed at once is as it was; names of people follow the roster and count for nothing. */
const isSame = (one: Setup, other: Setup): boolean => fingerprint(one) === fingerprint(other);

const fingerprint = ({ name, level, material, members, substitutes }: Setup): string =>
  JSON.stringify([name, level, material ?? '', ids(members), ids(substitutes)]);

const ids = (people: readonly Person[]): readonly PersonId[] => people.map(({ person }) => person);
