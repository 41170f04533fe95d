import { beforeEach, describe, expect, it } from 'vitest';
import { meetingIdOf } from '#dialogue/ids';
import type { Meeting } from '#dialogue/meeting';
import { paragraphsIn } from '../render/testing/paragraphsIn.ts';
import { lead } from './lead.ts';
import { readHistory } from './readHistory.ts';
import { readMinutes, readMinutesDocument } from './readMinutes.ts';
import { COMMITTEE, LEAD, OneApp, TEAM_ID } from './testing/oneApp.ts';

let one: OneApp;

beforeEach(async () => {
  one = new OneApp();
  await one.installed();
});

async function end(meeting: Meeting): Promise<void> {
  const command = {
    type: 'endMeeting',
    cause: 'facilitator',
    id: `end-${one.now()}`,
    at: one.now(),
    by: LEAD,
  } as const;
  await lead(one.app.deps, meeting.id, command);
  await one.clock.advance(5_000);
}

async function answered(...texts: readonly string[]): Promise<Meeting> {
  const meeting = await one.put('Hvordan?');
  for (const [index, text] of texts.entries()) {
    const by = { person: `p-${index}`, name: `Anna ${index}` };
    await one.write({ meeting: meeting.id, round: 'r001' }, { id: `write-${index}`, at: one.now(), by }, text);
  }
  return meeting;
}

const history = () => {
  const team = { id: TEAM_ID, tenant: 'tenant', group: 'group' } as Parameters<typeof readHistory>[1]['team'];
  const committee = { id: COMMITTEE, team: TEAM_ID, name: 'MED' };
  return readHistory({ store: one.store, materials: [] }, { committee, team });
};

describe('minutes', () => {
  it('hold what was answered by then, as text and as a document', async () => {
    const meeting = await answered('En fast makker', 'Mere tid');
    await end(meeting);
    const { text } = await readMinutes(one.app.deps, meeting.id);
    expect(text).toContain('• En fast makker\n• Mere tid\n');
    expect(text).not.toContain('Anna');
    const { bytes, name } = await readMinutesDocument(one.app.deps, meeting.id);
    const points = paragraphsIn(bytes).filter(({ isPoint }) => isPoint);
    expect(points.map((point) => point.text)).toEqual(['En fast makker', 'Mere tid']);
    expect(name).toBe(`referatpunkt-${meeting.openedAt.slice(0, 10)}.docx`);
  });

  it('are refused while the item is open, and of an item that is not there', async () => {
    const meeting = await answered('Et svar');
    await expect(readMinutes(one.app.deps, meeting.id)).rejects.toMatchObject({ code: 'MeetingStillOpen' });
    await expect(readMinutesDocument(one.app.deps, meeting.id)).rejects.toMatchObject({ code: 'MeetingStillOpen' });
    const other = meetingIdOf(COMMITTEE, 1);
    await expect(readMinutes(one.app.deps, other)).rejects.toMatchObject({ code: 'MeetingNotFound' });
  });
});

describe('the history', () => {
  it('has an item once its digest stands in the channel, and no word of an answer or a name', async () => {
    const meeting = await answered('En fast makker', 'Mere tid');
    expect((await history()).items).toEqual([]);
    await end(meeting);
    const { items } = await history();
    expect(items).toMatchObject([{ meeting: meeting.id, title: 'Punkt', answers: 2 }]);
    expect(items[0]?.questions).toEqual([{ id: '1/1', text: 'Hvordan?', theme: { number: 1, title: 'Tema' } }]);
    const root = (await one.post(meeting, 'z!p!digest!1'))?.state;
    expect(root?.status === 'sent' && items[0]?.digest?.includes(`/${root.place.root}?`)).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/makker|Anna|Lone/);
  });

  it('follows the digest: an answer that comes later counts', async () => {
    const meeting = await answered('En fast makker', 'Mere tid');
    await end(meeting);
    const question = (await one.post(meeting))?.state;
    await one.app.handle(one.reply(question?.status === 'sent' ? question.place.root : ''));
    await one.clock.advance(10_000);
    expect((await history()).items[0]?.answers).toBe(3);
  });
});
