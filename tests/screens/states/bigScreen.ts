import { at } from '../../../tabs/testing/views.ts';
import type { Scene, State } from '../State.ts';
import { answers, LEAD, plan, viewOf } from './samples.ts';

const led = viewOf({ answers: answers(3) }, { lead: LEAD, plan: plan('open') });
/** Teams offers the stage beside a meeting alone, and a narrow tab is no screen for a room. */
const PANEL = [280] as const;
const TAB = [1280] as const;

const share = async ({ press }: Scene): Promise<void> => {
  await press('more');
  await press('stage.share');
};
const openOverTab = ({ press }: Scene): Promise<void> => press('stage.open');

/** Where the big screen comes from: shared to the meeting's stage from the panel, or opened over the channel's tab. */
export const BIG_SCREEN: readonly State[] = [
  {
    name: 'sharing-offered',
    page: 'panel',
    shows: 'stage.share',
    view: led,
    teams: { stage: 'shared' },
    widths: PANEL,
    steps: ({ press }) => press('more'),
  },
  {
    name: 'sharing-shared',
    page: 'panel',
    shows: 'stage.shared',
    view: led,
    teams: { stage: 'shared' },
    widths: PANEL,
    steps: share,
  },
  {
    name: 'sharing-refused',
    page: 'panel',
    shows: 'stage.notShared',
    view: led,
    teams: { stage: 'refused' },
    widths: PANEL,
    steps: share,
  },
  {
    name: 'big-screen-question',
    page: 'channel',
    shows: 'stage.leave',
    view: viewOf({ answers: answers(4), endsAt: at('10:52') }),
    widths: TAB,
    steps: openOverTab,
  },
  {
    name: 'big-screen-answers',
    page: 'channel',
    shows: 'stage.leave',
    view: viewOf({ answers: answers(9) }, { lead: LEAD, plan: plan('open'), screen: 'answers' }),
    widths: TAB,
    steps: openOverTab,
  },
  {
    name: 'big-screen-stale',
    page: 'channel',
    shows: 'stage.stale.other',
    view: viewOf({ answers: answers(2) }),
    widths: TAB,
    steps: async (scene) => {
      await openOverTab(scene);
      await scene.see('stage.leave');
      scene.answer('GET view', { status: 503, body: { code: 'Unavailable', message: 'refused' } });
      await scene.poll();
    },
  },
];
