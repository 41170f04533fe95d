import { expect } from 'vitest';
import { lead } from '../lead.ts';
import { ADDRESS, COMMITTEE, LEAD, OneApp, TEAM_ID, TENANT } from './oneApp.ts';

const anna = { person: 'p-anna', name: 'Anna' };

/** What Teams tells of the team now. */
export const told = (outside: OneApp) =>
  ({ team: TEAM_ID, tenant: TENANT, serviceUrl: ADDRESS, at: outside.now() }) as const;

export const remove = (outside: OneApp) => outside.app.handle({ type: 'removed', ...told(outside) });

/** The app is added to the team once more. */
export async function addAgain(outside: OneApp, app = outside.app): Promise<void> {
  const about = { committee: COMMITTEE, activity: `f:${outside.now()}`, language: 'da' } as const;
  await app.handle({ type: 'installed', ...told(outside), ...about });
  await outside.clock.advance(1_000);
}

/** A team with an item that has ended, in which somebody answered in the thread and somebody in the panel. */
export async function talked(): Promise<OneApp> {
  const outside = new OneApp();
  await outside.installed();
  const meeting = await outside.put('Hvad nu?');
  const root = outside.channel.standing().at(-1)?.root ?? '';
  await outside.app.handle(outside.reply(root, { text: 'Fra tråden' }));
  const command = { id: 'command-write', at: outside.now(), by: anna };
  await outside.write({ meeting: meeting.id, round: 'r001' }, command, 'Fra panelet');
  const end = { type: 'endMeeting', cause: 'facilitator', id: 'command-end', at: outside.now(), by: LEAD } as const;
  await lead(outside.app.deps, meeting.id, end);
  await outside.clock.advance(5_000);
  expect(rowsOf(outside)).toMatch(/Fra tråden[^]*Fra panelet|Fra panelet[^]*Fra tråden/);
  return outside;
}

/** All that is stored, as text. */
export const rowsOf = ({ tables }: OneApp): string => JSON.stringify(tables.rows());
