/** The contract's limits, in characters, told while somebody writes; the server checks them again. A test compares the two. */
export const ANSWER_LIMIT = 20_000;
export const QUESTION_LIMIT = 1_000;
export const TITLE_LIMIT = 120;
/** Most questions in one plan. */
export const PLAN_LIMIT = 40;
/** Longest *dagens vinkel*, in characters. */
export const ANGLE_LIMIT = 300;
/** Minutes of a question for which nobody has said how many, and fewest and most. */
export const DEFAULT_MINUTES = 8;
export const MINUTES = { least: 1, most: 240 } as const;
/** People on a committee's list. */
export const COMMITTEE_LIMIT = 200;
