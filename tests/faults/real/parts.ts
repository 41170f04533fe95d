import { Random } from '../../support/random.ts';

/** What not every item has. */
export interface Parts {
  /** It is prepared, and a question of it is sent out before it is opened. */
  readonly isPrepared: boolean;
  /** Whoever leads types what is said in the room. */
  readonly isTyped: boolean;
  /** Somebody else leads it from the middle on. */
  readonly isHandedOver: boolean;
}

/** Of every two items one has each of them, so that ten have it five times; the seed says which. */
export function partsOf(seed: number, number: number): Parts {
  const random = new Random(seed * 1_000 + 500 + Math.ceil(number / 2));
  const isIn = (): boolean => random.chance(0.5) === (number % 2 === 0);
  return { isPrepared: isIn(), isTyped: isIn(), isHandedOver: isIn() };
}
