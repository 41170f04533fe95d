/** To be run in a page under a finger: what is done there by a press and is lower than a finger needs. A line each. */
export function touchFaults(): string[] {
  const LEAST = 44;
  return [...document.querySelectorAll('.fui-Button, summary')].flatMap((button) => {
    const { width, height } = button.getBoundingClientRect();
    const isShown = width > 0 && height > 0 && button.checkVisibility({ visibilityProperty: true });
    if (!isShown || height > LEAST - 0.5) return [];
    return [`too low for a finger: ${button.textContent.trim().slice(0, 60)}, ${Math.round(height)} pixels`];
  });
}
