import type { OpenMeeting } from '#dialogue/commands';
import { plus } from '#dialogue/instant';
import type { Meeting, Person } from '#dialogue/meeting';
import type { Committee } from '#dialogue/team';
import { lead } from '../lead.ts';
import { planItem } from '../planItem.ts';
import { COMMITTEE, LEAD, OneApp, TEAM_ID } from './oneApp.ts';

export const JENS: Person = { person: 'p-jens', name: 'Jens' };

/** What somebody chose for an item, so many milliseconds from now: two of one millisecond would be one item. */
export const chosenBy = (outside: OneApp, id: string, later = 0, by = LEAD): OpenMeeting => ({
  id,
  at: plus(outside.now(), later),
  by,
  committee: COMMITTEE,
  team: TEAM_ID,
  language: 'da',
  title: `Punkt ${id}`,
  themes: [{ number: 1, title: 'Tema', direction: [] }],
  plan: [{ id: '1/1', text: 'Hvad nu?', points: [], theme: 1, minutes: 3, angle: 'Hos os' }],
});

let discards = 0;
/** Each time another wish. */
export const discarding = () => ({
  id: `command-discard-${(discards += 1)}`,
  at: '2026-05-14T09:00:00.000Z',
  by: LEAD,
});

/** A committee, and the item that is prepared there. */
export async function prepared(): Promise<{ readonly outside: OneApp; readonly id: string }> {
  const outside = new OneApp();
  await outside.installed();
  await planItem(outside.app.deps, chosenBy(outside, 'command-plan'));
  const id = (await committeeIn(outside)).next;
  if (id === undefined) throw new Error('nothing is prepared');
  await outside.clock.advance(60_000);
  return { outside, id };
}

/** Anna has replied to a question that was sent out beforehand, of an item that is only prepared. */
export async function repliedBeforehand(): Promise<{ readonly outside: OneApp; readonly id: string }> {
  const { outside, id } = await prepared();
  const { deps } = outside.app;
  await lead(deps, id, { type: 'sendAhead', question: '1/1', id: 'command-send', at: outside.now(), by: LEAD });
  await outside.clock.advance(5_000);
  const sent = (await outside.store.readPost({ table: 'Meetings', partition: id, key: 'r001!p!a' }))?.value.state;
  if (sent?.status !== 'sent') throw new Error('the question is not in the channel');
  await outside.app.handle(outside.reply(sent.place.root, { text: 'Anna på forhånd' }));
  return { outside, id };
}

export async function committeeIn({ store }: OneApp): Promise<Committee> {
  const stored = await store.readCommittee(COMMITTEE);
  if (stored === undefined) throw new Error('there is no committee');
  return stored.value;
}

export const headOf = async ({ store }: OneApp, id: string | undefined): Promise<Meeting | undefined> =>
  id === undefined ? undefined : (await store.readMeeting(id))?.value;

/** Every item whose head says that it is open and that its committee names. */
export async function openIn(outside: OneApp): Promise<Meeting | undefined> {
  const head = await headOf(outside, (await committeeIn(outside)).open);
  return head?.status === 'open' ? head : undefined;
}
