import { start } from '../app/start.tsx';
import { liveView } from '../api/live.ts';
import { ChannelPage } from './ChannelPage.tsx';

void start('channel', () => <ChannelPage />, liveView);
