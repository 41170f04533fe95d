import { beforeEach, describe, expect, it } from 'vitest';
import { botText } from '#render/botText';
import { deleteAnswer, writeAnswer } from '#usecases/ownAnswers';
import { takeCardAnswer } from '#usecases/takeCardAnswer';
import { openOneQuestion } from './scenarios.ts';
import { COMMITTEE, SERVICE_URL, TEAM, TENANT, World } from './world.ts';

const BO = { person: 'p-bo', name: 'Bo' };
const text = botText('da');

let world: World;
let meeting: string;

beforeEach(async () => {
  world = new World(1);
  await world.installed();
  meeting = await openOneQuestion(world);
});

/** Bo presses *Svar* on the card. `pressedAt`: Teams' time of the press; now where left out. */
const press = (answer: string, pressedAt = world.now()): Promise<{ text: string }> =>
  world.act(({ deps }) =>
    takeCardAnswer(deps, {
      type: 'cardAnswered',
      committee: COMMITTEE,
      team: TEAM,
      tenant: TENANT,
      serviceUrl: SERVICE_URL,
      root: world.channel.messages[0]?.root ?? '',
      author: { ...BO, mri: '29:bo' },
      pressedAt,
      data: { post: { table: 'Meetings', partition: meeting, key: 'r001!p!q' }, answer },
    }),
  );

const inPanel = (id: string, words: string, over: number): Promise<unknown> =>
  world.act(({ deps }) =>
    writeAnswer(deps, { meeting, round: 'r001' }, { id, at: world.now(), by: BO, from: 'panel', over }, words),
  );

const stands = async (): Promise<string | undefined> => {
  const [own] = await world.answers(meeting);
  return own?.text;
};

describe('an answer on the card', () => {
  it('says when it was saved, and the second time that it stands in place of the first', async () => {
    const at = new Date(world.now());
    expect(await press('Først')).toEqual({ text: text('answer.saved', { at }) });
    await world.clock.advance(60_000);
    expect(await press('Så')).toEqual({ text: text('answer.replaced', { at: new Date(world.now()) }) });
    expect(await stands()).toBe('Så');
  });

  it('takes the place of what was written in the panel, and says so', async () => {
    await inPanel('command-panel', 'Fra panelet', 0);
    await world.clock.advance(1_000);
    expect(await press('Fra kortet')).toEqual({ text: text('answer.replaced', { at: new Date(world.now()) }) });
  });

  it('that Teams brings again after another brings no old words back', async () => {
    const first = world.now();
    await press('Først');
    await world.clock.advance(2_000);
    await press('Så');
    const before = JSON.stringify(await world.answers(meeting));
    await world.clock.advance(20_000);
    await press('Først', first);
    expect(JSON.stringify(await world.answers(meeting))).toBe(before);
  });

  it('that Teams brings again after its deletion stays deleted', async () => {
    const first = world.now();
    await press('Først');
    const deletion = { id: 'command-delete', at: world.now(), by: BO };
    await world.act(({ deps }) => deleteAnswer(deps, { meeting, round: 'r001' }, deletion));
    expect(await press('Først', first)).toEqual({ text: text('answer.deleted') });
    expect(await stands()).toBeUndefined();
  });

  it('is not replaced from a panel that has not shown it', async () => {
    await press('Fra kortet');
    await expect(inPanel('command-panel', 'Fra panelet', 0)).rejects.toThrow('AnswerChanged');
    await inPanel('command-panel', 'Fra panelet', 1);
    expect(await stands()).toBe('Fra panelet');
  });
});
