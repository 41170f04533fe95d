import { start } from '../app/start.tsx';
import { liveView } from '../api/live.ts';
import StagePage from './StagePage.tsx';

void start('stage', () => <StagePage polling="own" />, liveView);
