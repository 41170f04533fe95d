import { describe, expect, it } from 'vitest';
import type { Meeting } from '#dialogue/meeting';
import { plus } from '#dialogue/instant';
import { lead } from './lead.ts';
import { deleteRoomAnswer, writeRoomAnswer } from './roomAnswers.ts';
import { settleDue } from './settleDue.ts';
import { openIn } from './testing/items.ts';
import { LEAD, OneApp } from './testing/oneApp.ts';
import { type Act, crashes, outcomeOf, overtakings } from './testing/overtaken.ts';

const ANNA = { person: 'p-anna', name: 'Anna Holm' };
let ids = 0;

async function asked(): Promise<{ readonly outside: OneApp; readonly meeting: Meeting }> {
  const outside = new OneApp();
  await outside.installed();
  return { outside, meeting: await outside.put('Hvad nu?') };
}
const place = (meeting: Meeting, id = '12345678') => ({ meeting: meeting.id, round: 'r001', id });
const write = (
  outside: OneApp,
  meeting: Meeting,
  text: string,
  { id = '12345678', over = 0, command = `command-${(ids += 1)}`, said = undefined as typeof ANNA | undefined } = {},
): ReturnType<Act> =>
  writeRoomAnswer(outside.app.deps, place(meeting, id), { id: command, at: outside.now(), by: LEAD, over, said }, text);

const leadOn = (outside: OneApp, meeting: Meeting, wish: { type: 'closeRound'; round: string } | typeof END) =>
  lead(outside.app.deps, meeting.id, { ...wish, id: `command-${(ids += 1)}`, at: plus(outside.now(), 1), by: LEAD });
const END = { type: 'endMeeting', cause: 'facilitator' } as const;
const CLOSE = { type: 'closeRound', round: 'r001' } as const;
const answersOf = async ({ store }: OneApp, { id }: Meeting) => (await store.readAllRounds(id)).answers;
const textsIn = async (outside: OneApp): Promise<(string | undefined)[]> => {
  const meeting = await openIn(outside);
  return meeting === undefined ? [] : (await answersOf(outside, meeting)).map(({ text }) => text);
};
const cardOf = (outside: OneApp, summary: string): string =>
  JSON.stringify(outside.channel.standing().find(({ content }) => content.summary.startsWith(summary))?.content);

describe('what is said in the room', () => {
  it('is kept, and not shown in the thread', async () => {
    const { outside, meeting } = await asked();
    await write(outside, meeting, 'En fast makker', { said: ANNA });
    await outside.clock.advance(5_000);
    expect(await answersOf(outside, meeting)).toMatchObject([
      { key: 'o12345678', source: 'room', author: ANNA, text: 'En fast makker', revision: 1 },
    ]);
    expect(outside.channel.standing().map(({ content }) => content.onBehalfOf)).not.toContainEqual(
      expect.objectContaining({ name: ANNA.name }),
    );
    expect(JSON.stringify(outside.channel.standing())).not.toContain('En fast makker');
  });

  it('counts on the card as soon as the round is closed, and when it comes after that', async () => {
    const { outside, meeting } = await asked();
    await write(outside, meeting, 'Før');
    await leadOn(outside, meeting, CLOSE);
    await outside.clock.advance(5_000);
    expect(cardOf(outside, 'Lukket for svar')).toContain('1 svar er med.');
    await write(outside, meeting, 'Efter', { id: '87654321' });
    await outside.clock.advance(5_000);
    expect(cardOf(outside, 'Lukket for svar')).toContain('2 svar er med.');
    await deleteRoomAnswer(outside.app.deps, place(meeting), { id: 'command-gone', at: outside.now(), over: 1 });
    await outside.clock.advance(5_000);
    expect(cardOf(outside, 'Lukket for svar')).toContain('1 svar er med.');
    expect(outside.failures).toEqual([]);
  });

  it('counts there wherever the process that wrote it was gone', async () => {
    let meeting: Meeting | undefined;
    const say = (outside: OneApp, where: Meeting): Act => {
      const command = { id: 'command-said', at: outside.now(), by: LEAD, over: 0 };
      return (deps) => writeRoomAnswer(deps, place(where), command, 'Efter');
    };
    const calls = await crashes(
      async () => {
        const world = await asked();
        meeting = await leadOn(world.outside, world.meeting, CLOSE);
        await world.outside.clock.advance(5_000);
        return { outside: world.outside, act: say(world.outside, meeting) };
      },
      async (outside) => {
        if (meeting !== undefined) await say(outside, meeting)(outside.instance().deps);
        await outside.clock.advance(5 * 60_000);
        await settleDue(outside.app.deps);
        await outside.clock.advance(5_000);
        expect(cardOf(outside, 'Lukket for svar')).toContain('1 svar er med.');
      },
    );
    expect(calls).toBeGreaterThan(3);
  });

  it('stands in the digest, with the name that was given and without one', async () => {
    const { outside, meeting } = await asked();
    await write(outside, meeting, 'En fast makker', { said: ANNA });
    await write(outside, meeting, 'Uden navn', { id: '87654321' });
    await leadOn(outside, meeting, END);
    await outside.clock.advance(10_000);
    const digest = cardOf(outside, 'Opsamling');
    for (const words of ['En fast makker', 'Uden navn', ANNA.name]) expect(digest).toContain(words);
  });

  it('is written no more once the item is over', async () => {
    const { outside, meeting } = await asked();
    await write(outside, meeting, 'Før');
    await leadOn(outside, meeting, END);
    expect(await outcomeOf(write(outside, meeting, 'Efter', { id: '87654321' }))).toBe('MeetingEnded');
    const gone = deleteRoomAnswer(outside.app.deps, place(meeting), { id: 'command-gone', at: outside.now(), over: 1 });
    expect(await outcomeOf(gone)).toBe('MeetingEnded');
    expect((await answersOf(outside, meeting)).map(({ text }) => text)).toEqual(['Før']);
  });

  it('belongs to a round that there is', async () => {
    const { outside, meeting } = await asked();
    const at = { ...place(meeting), round: 'r002' };
    const written = writeRoomAnswer(
      outside.app.deps,
      at,
      { id: 'command-1', at: outside.now(), by: LEAD, over: 0 },
      'Hej',
    );
    expect(await outcomeOf(written)).toBe('RoundNotFound');
    const none = deleteRoomAnswer(outside.app.deps, place(meeting), { id: 'command-1', at: outside.now(), over: 1 });
    expect(await outcomeOf(none)).toBe('AnswerNotFound');
  });
});

describe('two who write down the same at once', () => {
  const wish =
    (outside: OneApp, meeting: Meeting, command: string): Act =>
    (deps) =>
      writeRoomAnswer(deps, place(meeting), { id: command, at: outside.now(), by: LEAD, over: 0 }, command);

  it('are told of each other, and nothing is overwritten', async () => {
    await overtakings(
      async () => {
        const { outside, meeting } = await asked();
        return {
          outside,
          slow: wish(outside, meeting, 'command-slow'),
          quick: wish(outside, meeting, 'command-quick'),
        };
      },
      async (outside, outcomes) => {
        expect(Object.values(outcomes).toSorted()).toEqual(['AnswerChanged', 'done']);
        expect(await textsIn(outside)).toEqual([outcomes.slow === 'done' ? 'command-slow' : 'command-quick']);
      },
    );
  });

  it('are one where it is one wish that came twice', async () => {
    await overtakings(
      async () => {
        const { outside, meeting } = await asked();
        const same = wish(outside, meeting, 'command-same');
        return { outside, slow: same, quick: same };
      },
      async (outside, outcomes) => {
        expect(outcomes).toEqual({ slow: 'done', quick: 'done' });
        expect(await textsIn(outside)).toEqual(['command-same']);
      },
    );
  });
});
