import { start } from '../app/start.tsx';
import { Panel } from '../panel/Panel.tsx';

void start(() => <Panel layout="wide" />);
