import { lateAnswers } from './scenarios.ts';
import { sweep } from './sweep.ts';

sweep(lateAnswers);
