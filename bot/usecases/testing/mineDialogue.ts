import type { Meeting } from '#dialogue/meeting';
import type { MineView } from '#dialogue/mine';
import { lead } from '../lead.ts';
import { readMine } from '../readMine.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID, TENANT } from './oneApp.ts';

export const ANNA = { person: 'p-anna', name: 'Anna' };
export const JENS = { person: 'p-jens', name: 'Jens' };

const team = { id: TEAM_ID, tenant: TENANT, group: 'group', serviceUrl: ADDRESS, install: 'installed' } as const;
/** Anna, as she was let in. */
export const visitor = {
  member: { ...ANNA, mri: '29:anna' },
  team: { ...team, name: 'MED', language: 'da', channels: [] } as const,
  committee: { id: COMMITTEE, team: TEAM_ID, name: 'Udvalget' },
};

/** What is told to somebody of their own. */
export const mine = (outside: OneApp, by = ANNA): Promise<MineView> => readMine(outside.app.deps, visitor, by);

export const textsOf = async (outside: OneApp, by = ANNA): Promise<readonly (string | undefined)[]> =>
  (await mine(outside, by)).answers.map(({ text }) => text);

export const end = async (outside: OneApp, meeting: Meeting): Promise<void> => {
  const ending = { type: 'endMeeting', cause: 'facilitator', id: `end-${meeting.id}`, at: outside.now() } as const;
  await lead(outside.app.deps, meeting.id, { ...ending, by: LEAD });
  await outside.clock.advance(10_000);
};

export interface Dialogue {
  readonly outside: OneApp;
  readonly first: Meeting;
  readonly second: Meeting;
  /** Anna's reply in the first item's thread, as Teams told of it. */
  readonly reply: ReturnType<OneApp['reply']>;
}

/** Anna answers in two items: in the thread and in the panel of one that is over, and in one that is open. Jens in both. */
export async function dialogue(): Promise<Dialogue> {
  const outside = new OneApp();
  await outside.installed();
  const first = await outside.put('Hvad nu?');
  const reply = outside.reply(await rootOf(outside, first), { text: 'Anna i tråden' });
  await outside.app.handle(reply);
  await outside.write({ meeting: first.id, round: 'r001' }, { id: 'own-1', at: outside.now(), by: ANNA }, 'Anna 1');
  await outside.write({ meeting: first.id, round: 'r001' }, { id: 'own-2', at: outside.now(), by: JENS }, 'Jens 1');
  await outside.clock.advance(5_000);
  await end(outside, first);
  const second = await outside.put('Og så?');
  await outside.write({ meeting: second.id, round: 'r001' }, { id: 'own-3', at: outside.now(), by: ANNA }, 'Anna 2');
  const author = { ...JENS, mri: '29:p-jens' };
  await outside.app.handle(outside.reply(await rootOf(outside, second), { author, text: 'Jens 2' }));
  await outside.clock.advance(5_000);
  return { outside, first, second, reply };
}

async function rootOf(outside: OneApp, meeting: Meeting): Promise<string> {
  const post = await outside.post(meeting);
  if (post?.state.status !== 'sent') throw new Error('the question is not in the channel');
  return post.state.place.root;
}
