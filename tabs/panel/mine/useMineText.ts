import { type PartText, partTexts } from '../../app/partTexts.ts';

const danish = () => import('../../../content/text/mine.da.json', { with: { type: 'json' } });
const english = () => import('../../../content/text/mine.en.json', { with: { type: 'json' } });

export type MineKey = keyof Awaited<ReturnType<typeof danish>>['default'];
export type MineText = PartText<MineKey>;

/** What somebody reads of their own answers and data. */
export const { load: loadMineText, useIt: useMineText } = partTexts<MineKey>({ da: danish, en: english });
