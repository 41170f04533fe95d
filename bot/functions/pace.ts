/** Whether this person may do one more thing now. */
export type Pace = (person: string) => boolean;

/** Things that one person may do in a window, and the window in milliseconds: far more than a hand can press. */
const MOST = 40;
const WINDOW = 10_000;

/** Keeps one client that runs wild from taking the service from the others. Counts for each instance. */
export function createPace(milliseconds: () => number): Pace {
  let begun = milliseconds();
  let counts = new Map<string, number>();
  return (person) => {
    if (milliseconds() - begun >= WINDOW) {
      begun = milliseconds();
      counts = new Map();
    }
    const count = (counts.get(person) ?? 0) + 1;
    counts.set(person, count);
    return count <= MOST;
  };
}
