import { type PartText, partTexts } from '../../app/partTexts.ts';
import type { LeadKey } from '../facilitator/useLeadText.ts';

const danish = async () => {
  const [lead, trial] = await Promise.all([
    import('../../../content/text/facilitator.da.json', { with: { type: 'json' } }),
    import('../../../content/text/trial.da.json', { with: { type: 'json' } }),
  ]);
  return { default: { ...lead.default, ...trial.default } };
};
const english = async () => {
  const [lead, trial] = await Promise.all([
    import('../../../content/text/facilitator.en.json', { with: { type: 'json' } }),
    import('../../../content/text/trial.en.json', { with: { type: 'json' } }),
  ]);
  return { default: { ...lead.default, ...trial.default } };
};

export type TrialKey = LeadKey | keyof Awaited<ReturnType<typeof danish>>['default'];
export type TrialText = PartText<TrialKey>;

/** What somebody reads who tries the app; whoever may plan an item finds the facilitator's words where that is refused. */
export const { load: loadTrialText, useIt: useTrialText } = partTexts<TrialKey>({ da: danish, en: english });
