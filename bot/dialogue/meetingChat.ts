import type { CommitteeId, MessageId } from './ids.ts';
import type { Meeting } from './meeting.ts';

const MEETING = /^\d+#(.+)#(\d{10,16})$/;

/**
 * The message of a channel under which a Teams meeting in that channel has its chat: its id is in the meeting's
 * (base64 of `0#<channel>#<message>`).
 * @returns undefined for a meeting that is none of this channel's
 */
export function chatOf(teamsMeeting: string | undefined, committee: CommitteeId): MessageId | undefined {
  if (teamsMeeting === undefined) return undefined;
  try {
    const [, channel, root] = MEETING.exec(atob(teamsMeeting)) ?? [];
    return channel === committee ? root : undefined;
  } catch {
    return undefined;
  }
}

/** The same for the meeting in which an item is talked about, whether it was opened from there or not. */
export const chatBeside = ({
  teamsMeeting,
  beside,
  committee,
}: Pick<Meeting, 'teamsMeeting' | 'beside' | 'committee'>): MessageId | undefined =>
  chatOf(teamsMeeting ?? beside, committee);
