/** An answer of the server, in milliseconds: when it was asked for and came by the own clock, and what the server's said. */
export interface TimedAnswer {
  readonly askedAt: number;
  readonly cameAt: number;
  readonly serverTime: number;
}

/** The server's clock as far as it is known here: all who look at the same countdown see the same. */
export interface ServerClock {
  readonly hear: (answer: TimedAnswer) => void;
  /** Milliseconds since 1970 by the server's clock; by the own until it has answered. */
  readonly now: () => number;
}

/** Answers that are remembered. Older ones may have come before the own clock was set right. */
const REMEMBERED = 8;

/** @param own milliseconds since 1970 by the own clock, which may be wrong */
export function createServerClock(own: () => number): ServerClock {
  let heard: readonly TimedAnswer[] = [];
  let ahead = 0;
  return {
    hear: (answer) => {
      heard = [...heard, answer].slice(-REMEMBERED);
      // The shorter the way there and back, the less it matters where on it the server looked at its clock.
      const [best = answer] = heard.toSorted((left, right) => tripOf(left) - tripOf(right));
      ahead = best.serverTime - (best.askedAt + best.cameAt) / 2;
    },
    now: () => own() + ahead,
  };
}

const tripOf = ({ askedAt, cameAt }: TimedAnswer): number => cameAt - askedAt;
