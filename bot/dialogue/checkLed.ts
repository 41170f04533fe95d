import { DialogueError } from './errors.ts';
import type { PersonId } from './ids.ts';
import type { Meeting } from './meeting.ts';

/**
 * Looks again at who leads an item, which may be in other hands than when somebody's role was checked. Before it is
 * opened nobody leads it.
 * @throws DialogueError `NotFacilitator`
 */
export function checkLed({ status, lead }: Meeting, ledBy: PersonId | undefined): void {
  if (status !== 'planned' && ledBy !== undefined && ledBy !== lead.person) throw new DialogueError('NotFacilitator');
}
