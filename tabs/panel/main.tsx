import { start } from '../app/start.tsx';
import { Panel } from './Panel.tsx';

// One page serves a meeting's side panel and its details tab, since Teams keeps one address for both.
void start(({ frame }) => <Panel layout={frame === 'sidePanel' ? 'narrow' : 'wide'} />);
