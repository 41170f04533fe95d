import { type PartText, partTexts } from '../../app/partTexts.ts';

const danish = () => import('../../../content/text/history.da.json', { with: { type: 'json' } });
const english = () => import('../../../content/text/history.en.json', { with: { type: 'json' } });

export type HistoryKey = keyof Awaited<ReturnType<typeof danish>>['default'];
export type HistoryText = PartText<HistoryKey>;

/** What is read of a committee's earlier items. */
export const { load: loadHistoryText, useIt: useHistoryText } = partTexts<HistoryKey>({ da: danish, en: english });
