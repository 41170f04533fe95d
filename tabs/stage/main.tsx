import { start } from '../app/start.tsx';
import StagePage from './StagePage.tsx';

void start(() => <StagePage polling="own" />);
