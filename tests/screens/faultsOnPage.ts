/**
 * To be run in a page: what cannot be read without scrolling to the side, or not at all. A line each; none where all is
 * well. Whole pixels: half a pixel is nobody's loss.
 */
export function faultsOnPage(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const called = (element: Element): string => {
    const words = element.textContent.trim().slice(0, 60);
    return `<${element.tagName.toLowerCase()} class="${(element.getAttribute('class') ?? '').slice(0, 40)}"> ${words}`;
  };
  const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  /** Whether an element is there for those who listen and not for those who look. */
  const isUnseen = (element: Element): boolean => {
    const { clipPath, visibility, opacity } = getComputedStyle(element);
    const isUnfolded = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return !isUnfolded || clipPath !== 'none' || visibility === 'hidden' || opacity === '0';
  };
  const sticksOut = (inner: DOMRect, outer: DOMRect, style: CSSStyleDeclaration, isButton: boolean): boolean => {
    const [acrossCut, downCut] = [clips(style.overflowX) || isButton, clips(style.overflowY) || isButton];
    const across = inner.left < outer.left - 1 || inner.right > outer.right + 1;
    const down = inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
    return (acrossCut && across) || (downCut && down);
  };
  /** Word by word: a space at the end of a line may stick out, and nobody misses it. */
  const rectsOf = (text: Text): readonly DOMRect[] => {
    const range = document.createRange();
    const rects = [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return [...range.getClientRects()];
    });
    return rects.filter(({ width, height }) => width > 0 && height > 0);
  };
  const cutBy = (rects: readonly DOMRect[], parents: readonly Element[]): Element | undefined => {
    // What stands fixed cannot be scrolled to.
    if (rects.some(({ left, right }) => left < -1 || right > clientWidth + 1)) return document.documentElement;
    return parents.find((parent) => {
      const outer = parent.getBoundingClientRect();
      const style = getComputedStyle(parent);
      return rects.some((rect) => sticksOut(rect, outer, style, parent.tagName === 'BUTTON'));
    });
  };
  /** What shows so many lines alone ends in dots: the lines after them are left out on purpose. */
  const linesOf = (rects: readonly DOMRect[], parents: readonly Element[]): readonly DOMRect[] => {
    const clamped = parents.find((parent) => getComputedStyle(parent).webkitLineClamp !== 'none');
    if (clamped === undefined) return rects;
    const end = clamped.getBoundingClientRect().bottom;
    return rects.filter(({ top }) => top < end - 1);
  };
  const parentsOf = (element: Element | null): Element[] =>
    element === null || element === document.body ? [] : [element, ...parentsOf(element.parentElement)];
  const cut: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const parents = parentsOf(node.parentElement);
    if (parents.some(isUnseen)) continue;
    const by = cutBy(linesOf(rectsOf(node), parents), parents);
    if (by !== undefined) cut.push(`text cut: "${node.data.trim().slice(0, 60)}" by ${called(by)}`);
  }
  const scrolls = [...document.querySelectorAll('body *')].filter((element) => {
    // What is folded is not laid out, whatever it says of its width.
    if (!element.checkVisibility()) return false;
    const { overflowX } = getComputedStyle(element);
    return (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1;
  });
  const shown = [...document.querySelectorAll('[hidden]')].filter((element) => element.checkVisibility());
  const fields = [...document.querySelectorAll('textarea')].filter(
    (field) => clips(getComputedStyle(field).overflowY) && field.scrollHeight > field.clientHeight + 1,
  );
  return [
    ...(scrollWidth > clientWidth ? [`wider than the window: ${scrollWidth} of ${clientWidth} pixels`] : []),
    ...shown.map((element) => `hidden, and seen: ${called(element)}`),
    ...scrolls.map((element) => `scrolls to the side: ${called(element)}`),
    ...fields.map((field) => `text cut: "${field.value.slice(0, 60)}" in its field`),
    ...cut,
  ];
}
