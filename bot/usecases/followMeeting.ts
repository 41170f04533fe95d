import { changeCommittee } from './changeCommittee.ts';
import type { Deps } from './deps.ts';
import { end } from './endOverdue.ts';
import type { TeamsMeetingEnded, TeamsMeetingStarted } from './inboundEvents.ts';

/**
 * Keeps in mind which Teams meeting runs in a channel: an item may be opened from the channel's tab meanwhile, where nobody
 * tells of the meeting (Teams on the web and on phones has no side panel). A meeting's end ends only the item that was opened
 * from it.
 */
export async function followMeeting(deps: Deps, event: TeamsMeetingStarted | TeamsMeetingEnded): Promise<void> {
  const { committee, teamsMeeting } = event;
  const known = (await deps.store.readCommittee(committee))?.value;
  if (known === undefined) return;
  if (event.type === 'teamsMeetingStarted') {
    const running = { teamsMeeting, since: deps.surroundings.now() };
    await changeCommittee(deps, committee, (stored) => ({ ...stored, running }));
    return;
  }
  await endWithTeams(deps, known.open, teamsMeeting);
  await changeCommittee(deps, committee, (stored) =>
    stored.running?.teamsMeeting === teamsMeeting ? { ...stored, running: undefined } : stored,
  );
}

async function endWithTeams(deps: Deps, open: string | undefined, teamsMeeting: string): Promise<void> {
  const meeting = open === undefined ? undefined : (await deps.store.readMeeting(open))?.value;
  if (meeting?.status !== 'open' || meeting.teamsMeeting !== teamsMeeting) return;
  await end(deps, meeting.id, 'teams', `teams-${meeting.id.slice(-13)}`, deps.surroundings.now());
}
