import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus to a part when what had it is gone and nothing else took it: a button that others made away with by
 * closing, or a message put away. Without it a screen reader would begin again at the top of Teams. The part needs
 * `tabIndex={-1}`.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    let last: EventTarget | null = null;
    let frame = 0;
    const remember = ({ target }: FocusEvent): void => {
      last = target;
    };
    const keep = (): void => {
      const isGone = last instanceof Element && !last.isConnected;
      // Who is elsewhere in Teams is left there.
      if (isGone && document.activeElement === document.body && document.hasFocus()) part.current?.focus();
    };
    // A moment later: what comes in its place may take the focus itself.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(keep);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return part;
}
