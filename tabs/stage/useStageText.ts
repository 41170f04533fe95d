import { type PartText, partTexts } from '../app/partTexts.ts';

const danish = () => import('../../content/text/stage.da.json', { with: { type: 'json' } });
const english = () => import('../../content/text/stage.en.json', { with: { type: 'json' } });

export type StageKey = keyof Awaited<ReturnType<typeof danish>>['default'];
export type StageText = PartText<StageKey>;

/** What stands on the big screen, and on the buttons that lead there. */
export const { load: loadStageText, useIt: useStageText } = partTexts<StageKey>({ da: danish, en: english });
