/**
 * Keeps the turning of a wheel from the page's own code: nothing here listens for it, and React would walk through all
 * of the page twice for each of sixty a second. Scrolling itself is the browser's.
 */
export function quietWheel(): void {
  addEventListener('wheel', (event) => event.stopImmediatePropagation(), { capture: true, passive: true });
}
