import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { onResize } from './onResize.ts';

/** Whether an element shows the beginning of its words alone. */
export function useIsCut<T extends HTMLElement>(words: string): readonly [RefObject<T | null>, boolean] {
  const element = useRef<T>(null);
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const look = (): void => setCut(current.scrollHeight > current.clientHeight + 1);
    look();
    return onResize([current], look);
  }, [words]);
  return [element, isCut];
}
