import { type PartText, partTexts } from '../../app/partTexts.ts';
import type { LeadKey } from '../facilitator/useLeadText.ts';

const danish = async () => {
  const [lead, plan] = await Promise.all([
    import('../../../content/text/facilitator.da.json', { with: { type: 'json' } }),
    import('../../../content/text/plan.da.json', { with: { type: 'json' } }),
  ]);
  return { default: { ...lead.default, ...plan.default } };
};
const english = async () => {
  const [lead, plan] = await Promise.all([
    import('../../../content/text/facilitator.en.json', { with: { type: 'json' } }),
    import('../../../content/text/plan.en.json', { with: { type: 'json' } }),
  ]);
  return { default: { ...lead.default, ...plan.default } };
};

export type PlanKey = LeadKey | keyof Awaited<ReturnType<typeof danish>>['default'];
export type PlanText = PartText<PlanKey>;

/** What is read by whoever prepares an item: the facilitator's words, and those of picking and printing. */
export const { load: loadPlanText, useIt: usePlanText } = partTexts<PlanKey>({ da: danish, en: english });
