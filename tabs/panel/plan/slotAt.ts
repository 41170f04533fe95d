/** Where a part stands in the window, in CSS pixels. */
export interface Box {
  readonly top: number;
  readonly height: number;
}

/**
 * The place in a list that a dragged part belongs to, with the pointer at `y`. A neighbour is passed only when the
 * pointer has left the part and will be over it again in its new place: parts differ in height, and would otherwise
 * swap to and fro under a pointer that rests.
 */
export function slotAt(boxes: readonly Box[], from: number, y: number): number {
  const dragged = boxes[from];
  if (dragged === undefined) return from;
  if (y < dragged.top) {
    const above = boxes.slice(0, from).findIndex(({ top }) => y < top + dragged.height);
    return above === -1 ? from : above;
  }
  if (y < dragged.top + dragged.height) return from;
  const below = boxes.slice(from + 1);
  const topPast = (count: number): number =>
    below.slice(0, count).reduce((top, { height }) => top + height, dragged.top);
  const unpassed = below.findIndex((_, index) => y < topPast(index + 1));
  return from + (unpassed === -1 ? below.length : unpassed);
}
