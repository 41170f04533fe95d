/** Does something when so many milliseconds have passed, unless it is called off by what this gives. */
export type After = (milliseconds: number, then: () => void) => () => void;

/** By the browser's clock. */
export const after: After = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};
