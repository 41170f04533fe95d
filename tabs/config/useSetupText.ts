import { type PartText, partTexts } from '../app/partTexts.ts';

const danish = () => import('../../content/text/setup.da.json', { with: { type: 'json' } });
const english = () => import('../../content/text/setup.en.json', { with: { type: 'json' } });

export type SetupKey = keyof Awaited<ReturnType<typeof danish>>['default'];
export type SetupText = PartText<SetupKey>;

/** What is read of the committee, its roles, and who can see what. */
export const { load: loadSetupText, useIt: useSetupText } = partTexts<SetupKey>({ da: danish, en: english });
