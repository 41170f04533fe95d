/**
 * To be run in a page as narrow as a meeting's side panel: buttons beside each other that go on to a next line, and are
 * not all as wide. A line for each such group.
 */
export function raggedFaults(): string[] {
  const isShown = (element: Element): boolean => element.getBoundingClientRect().width > 0 && element.checkVisibility();
  const groups = new Set([...document.querySelectorAll('.fui-Button')].map(({ parentElement }) => parentElement));
  return [...groups].flatMap((group) => {
    const buttons = [...(group?.children ?? [])].filter((one) => one.matches('.fui-Button') && isShown(one));
    const rects = buttons.map((button) => button.getBoundingClientRect());
    const lines = new Set(rects.map(({ top, height }) => Math.round(top + height / 2)));
    const widths = rects.map(({ width }) => width);
    // What stands at both ends of a line is no group.
    if (group && getComputedStyle(group).justifyContent === 'space-between') return [];
    if (lines.size < 2 || Math.max(...widths) - Math.min(...widths) < 1) return [];
    return [`ragged buttons: ${buttons.map(({ textContent }) => textContent.trim().slice(0, 40)).join(', ')}`];
  });
}
