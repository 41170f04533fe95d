import { deleteRoomAnswer, writeRoomAnswer } from '#usecases/roomAnswers';
import { command, open, putAndWait, type Scenario } from './scenarios.ts';
import { LEAD } from './world.ts';

const FIRST = { id: '1/1', text: 'Hvordan styrker vi velkomsten?', points: [], theme: 1 };
const SECOND = { id: '1/2', text: 'Hvad vil vi prøve?', points: [], theme: 1 };

export const roomAnswers: Scenario = {
  name: 'what is said in the room: written, corrected, taken back, also after closing; plan, time and lead are changed meanwhile',
  async play(world) {
    const meeting = await open(world);
    const plan = [{ ...SECOND, minutes: 3 }, FIRST];
    await command(world, meeting, { type: 'changePlan', base: [FIRST, SECOND], plan, themes: [] });
    await putAndWait(world, meeting, '1/2');
    const at = (id: string) => ({ meeting, round: 'r001', id });
    const say = (id: string, over: number, text: string, wish: string): Promise<void> => {
      const written = { id: wish, at: world.now(), by: LEAD, over };
      return world.act(({ deps }) => writeRoomAnswer(deps, at(id), written, text));
    };
    await say('said-one', 0, 'sagt højt', 'room-1');
    await say('said-two', 0, 'fortrudt', 'room-2');
    await command(world, meeting, { type: 'extendRound', round: 'r001' });
    await say('said-one', 1, 'sagt højt og rettet', 'room-3');
    const gone = { id: 'room-4', at: world.now(), over: 1 };
    await world.act(({ deps }) => deleteRoomAnswer(deps, at('said-two'), gone));
    await command(world, meeting, { type: 'handOver', to: { person: 'p-bo', name: 'Bo' } });
    await command(world, meeting, { type: 'closeRound', round: 'r001' });
    await say('said-last', 0, 'sagt bagefter', 'room-5');
    await world.clock.advance(2_000);
    await command(world, meeting, { type: 'endMeeting', cause: 'facilitator' });
    const kept = { 'osaid-one': 'sagt højt og rettet', 'osaid-last': 'sagt bagefter' };
    return { meeting, expected: { ...kept, 'osaid-two': undefined } };
  },
};
