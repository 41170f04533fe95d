import type { SetupView } from '#contract/responses';
import { listOf } from '../app/listOf.ts';
import type { Draft, Person } from './setupDraft.ts';
import type { SetupText } from './useSetupText.ts';

/** What a field of the setup says, in words. */
export function toldOf(draft: Draft, field: keyof Draft, view: SetupView, text: SetupText): string {
  switch (field) {
    case 'name':
      return draft.name;
    case 'level':
      return text(`level.${draft.level}`);
    case 'material':
      return view.materials.find(({ slug }) => slug === draft.material)?.title ?? text('setup.nobody');
    case 'names':
      return text(`setup.names.${draft.names}`);
    default:
      return toldPeople(draft[field] ?? [], view, text);
  }
}

function toldPeople(people: Person | readonly Person[], { left }: SetupView, text: SetupText): string {
  const named = ({ person, name }: Person): string => (left.includes(person) ? text('setup.left', { name }) : name);
  return listOf([people].flat().map(named), text.language) || text('setup.nobody');
}
