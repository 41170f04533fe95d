import { type PartText, partTexts } from '../../app/partTexts.ts';

const danish = () => import('../../../content/text/facilitator.da.json', { with: { type: 'json' } });
const english = () => import('../../../content/text/facilitator.en.json', { with: { type: 'json' } });

export type LeadKey = keyof Awaited<ReturnType<typeof danish>>['default'];
export type LeadText = PartText<LeadKey>;

/** What only the facilitator reads: the plan, what comes next, what is not settled. */
export const { load: loadLeadText, useIt: useLeadText } = partTexts<LeadKey>({ da: danish, en: english });
