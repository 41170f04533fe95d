import { DialogueError } from '#dialogue/errors';
import { digestOf } from '#dialogue/digest';
import type { MeetingId } from '#dialogue/ids';
import type { Language } from '#dialogue/meeting';
import { botText } from '#render/botText';
import { type MinutesBlock, minutesOf } from '#render/minutes';
import { minutesText } from '#render/minutesText';
import type { Deps } from './deps.ts';

type Reads = Pick<Deps, 'store'>;

/**
 * The draft of an ended item for the committee's minutes, as text.
 * @throws DialogueError `MeetingNotFound`, `MeetingStillOpen`; Unavailable
 */
export async function readMinutes(deps: Reads, meeting: MeetingId): Promise<{ readonly text: string }> {
  return { text: minutesText((await blocksOf(deps, meeting)).blocks) };
}

/** The same as a Word document, with a file name of its date. Throws as `readMinutes`. */
export async function readMinutesDocument(
  deps: Reads,
  meeting: MeetingId,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { blocks, language, date } = await blocksOf(deps, meeting);
  // The library is large, and few ask for a document.
  const { minutesDocument } = await import('#render/minutesDocument');
  return { bytes: await minutesDocument(blocks, language), name: `referatpunkt-${date}.docx` };
}

async function blocksOf(
  deps: Reads,
  id: MeetingId,
): Promise<{ readonly blocks: readonly MinutesBlock[]; readonly language: Language; readonly date: string }> {
  const meeting = (await deps.store.readMeeting(id))?.value;
  if (meeting === undefined) throw new DialogueError('MeetingNotFound');
  if (meeting.status !== 'ended') throw new DialogueError('MeetingStillOpen');
  if (meeting.endedBy === 'discarded') throw new DialogueError('MeetingNotFound');
  const rows = await deps.store.readAllRounds(id);
  const { language, plan, openedAt } = meeting;
  const blocks = minutesOf(digestOf(meeting, rows), plan, botText(language));
  return { blocks, language, date: openedAt.slice(0, 10) };
}
