import type { SetupView } from '#contract/responses';
import { aMaterial } from '../../testing/materials.ts';
import { at } from '../../testing/views.ts';
import type { Person, Setup } from '../setupDraft.ts';

export const lone: Person = { person: 'oid-lone', name: 'Lone Krogh' };
export const jens: Person = { person: 'oid-jens', name: 'Jens Bro' };
export const anna: Person = { person: 'oid-anna', name: 'Anna Holm' };
export const soeren: Person = { person: 'oid-soeren', name: 'Søren Ødegård' };

export const aSetup = (change: Partial<Setup> = {}): Setup => ({
  name: 'Lokaludvalget for Lærkeby',
  level: 'local',
  material: aMaterial.slug,
  chair: lone,
  deputy: jens,
  names: 'shown',
  members: [anna],
  substitutes: [],
  revision: 3,
  ...change,
});

type Change = Partial<Omit<SetupView, 'you'>> & { readonly you?: Partial<SetupView['you']> };

/** As Anna sees it, who owns the team. */
export const aSetupView = ({ you, ...change }: Change = {}): SetupView => ({
  channel: 'Lokaludvalget',
  setup: aSetup(),
  left: [],
  total: 12,
  isLocked: false,
  materials: [{ slug: aMaterial.slug, title: aMaterial.title }],
  ...change,
  you: { person: anna.person, mayChange: true, isChair: false, isAsked: false, ...you },
});

/** Lone wants names hidden, and Søren to lead. */
export const aProposal = (change: Partial<NonNullable<Setup['proposal']>> = {}): NonNullable<Setup['proposal']> => ({
  chair: lone,
  deputy: jens,
  leads: soeren,
  names: 'hidden',
  by: lone,
  at: at('09:00'),
  agreed: [lone.person],
  ...change,
});
