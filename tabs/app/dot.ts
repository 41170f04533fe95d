/** Between what stands on one line. Where that breaks, the dot stays with what is before it. */
export const DOT = '\u00a0· ';
