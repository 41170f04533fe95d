import { lazy, Suspense } from 'react';
import { start } from '../app/start.tsx';
import { liveView } from '../api/live.ts';
import { Panel } from './Panel.tsx';

const StagePage = lazy(() => import('../stage/StagePage.tsx'));

// One page serves a meeting's side panel, its details tab and, by Teams' own button, its stage, since Teams keeps one
// address for all.
void start(
  'panel',
  ({ frame }) =>
    frame === 'meetingStage' ? (
      <Suspense fallback={null}>
        <StagePage polling="own" />
      </Suspense>
    ) : (
      <Panel layout={frame === 'sidePanel' ? 'narrow' : 'wide'} />
    ),
  liveView,
);
