import { type PartText, partTexts } from '../../app/partTexts.ts';

const danish = () => import('../../../content/text/room.da.json', { with: { type: 'json' } });
const english = () => import('../../../content/text/room.en.json', { with: { type: 'json' } });

export type RoomKey = keyof Awaited<ReturnType<typeof danish>>['default'];
export type RoomText = PartText<RoomKey>;

/** What those read who have a task in the meeting: who leads, who writes down, whose wording an answer is. */
export const { load: loadRoomText, useIt: useRoomText } = partTexts<RoomKey>({ da: danish, en: english });
