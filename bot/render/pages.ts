import { type Element, sizeOf } from './cards.ts';

/** Pages that are filled one after another, each up to a number of bytes. */
export interface Pages {
  /** Bytes that are left on the page that is being filled. */
  room(): number;
  /** Whether nothing but the page's own head stands on it. */
  fresh(): boolean;
  last(): boolean;
  /** `size`: their bytes, where they are known. */
  add(elements: readonly Element[], size?: number): void;
  /** Begins the next page with its head and these. Only where the page is not the last. */
  turn(elements: readonly Element[]): void;
  all(): readonly Element[][];
}

/**
 * @param most how many pages there may be
 * @param limit bytes for the elements of a page (numbered from 1)
 * @param headOf what stands at the top of a page
 */
export function createPages(
  most: number,
  limit: (page: number) => number,
  headOf: (page: number) => readonly Element[],
): Pages {
  const pages: Element[][] = [];
  let bytes = 0;
  let atStart = true;
  const add = (elements: readonly Element[], size = bytesOf(elements)): void => {
    pages.at(-1)?.push(...elements);
    bytes += size;
    atStart = false;
  };
  const turn = (elements: readonly Element[]): void => {
    pages.push([]);
    bytes = 0;
    add([...headOf(pages.length), ...elements]);
    atStart = true;
  };
  turn([]);
  return {
    room: () => limit(pages.length) - bytes,
    fresh: () => atStart,
    last: () => pages.length === most,
    add,
    turn,
    all: () => pages,
  };
}

/** Each element and the comma after it. */
export const bytesOf = (elements: readonly Element[]): number =>
  elements.length === 0 ? 0 : sizeOf(elements) - '['.length;
