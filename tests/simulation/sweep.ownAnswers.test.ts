import { ownAnswers } from './scenarios.ts';
import { sweep } from './sweep.ts';

sweep(ownAnswers);
