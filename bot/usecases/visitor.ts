import type { Committee, Team } from '#dialogue/team';
import type { Member } from './ports.ts';

/** Somebody who has shown who they are and is in the team. */
export interface Visitor {
  readonly member: Member;
  readonly team: Team;
  readonly committee: Committee;
}
