import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus to a part when what had it is gone and nothing else took it: a button that others made away with by
 * closing, or a message put away. Without it a screen reader would begin again at the top of Teams. The part needs
 * `tabIndex={-1}`; where its `h1` has one too and is another than before, that is gone to: it says what stands there now.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    let last: EventTarget | null = null;
    let about: string | undefined;
    let frame = 0;
    const heading = () => part.current?.querySelector('h1');
    const remember = ({ target }: FocusEvent): void => {
      last = target;
      about = heading()?.textContent;
    };
    const keep = (): void => {
      const isGone = last instanceof Element && !last.isConnected;
      // Who is elsewhere in Teams is left there.
      if (!isGone || document.activeElement !== document.body || !document.hasFocus()) return;
      const now = heading();
      if (now?.tabIndex === -1 && now.hasAttribute('tabindex') && now.textContent !== about) now.focus();
      else part.current?.focus();
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
