import type { CommandId, MeetingId } from '#dialogue/ids';
import type { Committee } from '#dialogue/team';

/** How many wishes for an item a committee remembers. */
const REMEMBERED = 16;

/** The item that a wish has made, whatever has become of it since; undefined where the wish is new. */
export const madeBy = ({ made = [] }: Committee, command: CommandId): MeetingId | undefined =>
  made.find((one) => one.command === command)?.meeting;

/** Remembers what a wish makes, in the write that makes it. */
export const withMade = (committee: Committee, command: CommandId, meeting: MeetingId): Committee => ({
  ...committee,
  made: [...(committee.made ?? []), { command, meeting }].slice(-REMEMBERED),
});
