import { threadAnswers } from './scenarios.ts';
import { sweep } from './sweep.ts';

sweep(threadAnswers);
