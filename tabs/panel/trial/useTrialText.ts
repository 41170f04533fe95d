import { partTexts } from '../../app/partTexts.ts';

const danish = () => import('../../../content/text/trial.da.json', { with: { type: 'json' } });
const english = () => import('../../../content/text/trial.en.json', { with: { type: 'json' } });

export type TrialKey = keyof Awaited<ReturnType<typeof danish>>['default'];

/** What somebody reads who tries the app. */
export const { load: loadTrialText, useIt: useTrialText } = partTexts<TrialKey>({ da: danish, en: english });
