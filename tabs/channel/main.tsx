import { start } from '../app/start.tsx';
import { ChannelPage } from './ChannelPage.tsx';

void start(() => <ChannelPage />);
