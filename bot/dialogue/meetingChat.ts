import type { CommitteeId, MessageId } from './ids.ts';

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
