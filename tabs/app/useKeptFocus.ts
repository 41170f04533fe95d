import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus to a part when what had it is taken away by what others did: a button that is gone once answering is
 * closed, say. Without it a screen reader would start again at the top of Teams. Give the part `tabIndex={-1}`.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  const last = useRef<EventTarget>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  // After each change, and after the effects of what stands within, which may have taken the focus themselves.
  useEffect(() => {
    const isGone = last.current instanceof Element && !last.current.isConnected;
    // Who is elsewhere in Teams is left there.
    if (isGone && document.activeElement === document.body && document.hasFocus()) part.current?.focus();
  });
  return part;
}
