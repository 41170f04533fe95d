import { start } from '../app/start.tsx';
import { Config } from './Config.tsx';

void start('config', () => <Config />);
