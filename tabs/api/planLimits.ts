// Apart from the other limits: these load with the form of a plan, and those with the panel.

/** Most questions in one plan. */
export const PLAN_LIMIT = 40;
/** Longest *dagens vinkel*, in characters. */
export const ANGLE_LIMIT = 300;
/** Minutes of a question for which nobody has said how many, and fewest and most. */
export const DEFAULT_MINUTES = 8;
export const MINUTES = { least: 1, most: 240 } as const;
