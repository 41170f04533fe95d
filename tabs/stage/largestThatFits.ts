/** Whole numbers, both ends included. */
export interface Sizes {
  readonly least: number;
  readonly most: number;
}

/** The largest size that fits, where each smaller one fits too; the least where none does. */
export function largestThatFits({ least, most }: Sizes, fits: (size: number) => boolean): number {
  let [low, high] = [least, Math.max(least, most)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
