/**
 * To be run in a page: what is too small or too close to something else to be pressed (WCAG 2.2, 2.5.8: 24 pixels, or
 * as much room around it), and links that only their colour tells from the words around them. A line each.
 */
export function pressFaults(): string[] {
  const LEAST = 24;
  const called = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60);
    return `<${element.tagName.toLowerCase()}> ${words}`;
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const targets = [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
    .filter(isShown)
    .map((element) => {
      const rect = element.getBoundingClientRect();
      const isSmall = rect.width < LEAST - 0.5 || rect.height < LEAST - 0.5;
      // A line of words leaves no more room for a link in it.
      const isInWords = getComputedStyle(element).display === 'inline';
      return { element, rect, isSmall, isInWords, x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    });
  type Target = (typeof targets)[number];
  /** From the middle of one to the middle of another small one, or to the edge of a large one. */
  const isTooClose = (one: Target, other: Target): boolean => {
    if (other.element.contains(one.element) || one.element.contains(other.element)) return false;
    if (other.isSmall) return Math.hypot(one.x - other.x, one.y - other.y) < LEAST - 0.5;
    const across = Math.max(other.rect.left - one.x, 0, one.x - other.rect.right);
    const down = Math.max(other.rect.top - one.y, 0, one.y - other.rect.bottom);
    return Math.hypot(across, down) < LEAST / 2 - 0.5;
  };
  const small = targets.filter(({ isSmall, isInWords }) => isSmall && !isInWords);
  const crowded = small.flatMap((one) => {
    const other = targets.find((target) => target !== one && isTooClose(one, target));
    const size = `${Math.round(one.rect.width)} × ${Math.round(one.rect.height)}`;
    return other === undefined
      ? []
      : [`too small to press: ${called(one.element)}, ${size}, by ${called(other.element)}`];
  });
  const isLine = ({ textDecorationLine, borderBottomStyle }: CSSStyleDeclaration): boolean =>
    textDecorationLine.includes('underline') || borderBottomStyle !== 'none';
  const links = [...document.querySelectorAll('a[href], .fui-Link')].filter(
    (link) => isShown(link) && !link.classList.contains('fui-Button') && !isLine(getComputedStyle(link)),
  );
  return [...crowded, ...links.map((link) => `link by its colour alone: ${called(link)}`)];
}
