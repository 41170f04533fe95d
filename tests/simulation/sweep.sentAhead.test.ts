import { sentAhead } from './scenarios.ts';
import { sweep } from './sweep.ts';

sweep(sentAhead);
