/** The contract's limits, in characters, told while somebody writes; the server checks them again. A test compares the two. */
export const ANSWER_LIMIT = 20_000;
export const QUESTION_LIMIT = 1_000;
export const TITLE_LIMIT = 120;
