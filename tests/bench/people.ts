import { people } from '../../infra/local/teams/state.ts';

/** How many members the stand-in's team has beside the five that it always has: `ekstra1` … */
export const extraFor = (members: number): number => Math.max(0, members - people(0).filter(isMember).length);

/** So many members of the stand-in's team, by the names that it is told who acts with; the chair is the first. */
export const membersCalled = (members: number): readonly string[] =>
  people(extraFor(members))
    .filter(isMember)
    .slice(0, members)
    .map(({ key }) => key);

const isMember = ({ member }: { readonly member: boolean }): boolean => member;
