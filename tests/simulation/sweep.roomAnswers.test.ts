import { roomAnswers } from './roomAnswers.ts';
import { sweep } from './sweep.ts';

sweep(roomAnswers);
