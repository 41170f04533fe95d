import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus when the part comes about by somebody's own doing; what they pressed is gone, and the focus with it. */
export function useFocusOnMount<Part extends HTMLElement>(takesFocus: boolean): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    if (takesFocus) part.current?.focus();
  }, [takesFocus]);
  return part;
}
