import { later, WhenLoaded } from '../app/later.tsx';
import { start } from '../app/start.tsx';
import { liveView } from '../api/live.ts';
import { Panel } from './Panel.tsx';

const StagePage = later(() => import('../stage/StagePage.tsx'));

// One page serves a meeting's side panel, its details tab and, by Teams' own button, its stage, since Teams keeps one
// address for all.
void start(
  'panel',
  ({ frame }) =>
    frame === 'meetingStage' ? (
      <WhenLoaded>
        <StagePage polling="own" />
      </WhenLoaded>
    ) : (
      <Panel layout={frame === 'sidePanel' ? 'narrow' : 'wide'} />
    ),
  liveView,
);
