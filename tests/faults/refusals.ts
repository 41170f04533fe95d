import { botText } from '#render/botText';

const say = botText('da');

/** What the card says where an answer is not taken now, because the question is closed, or for good. */
export const TRY_AGAIN = say('refused.tryAgain');
export const CLOSED = say('refused.closed');
export const REFUSED = [say('refused.questionGone'), say('refused.empty'), say('refused.onBehalf')];
