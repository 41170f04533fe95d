import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Pixels from the end within which somebody still looks at the newest. */
const NEAR = 48;
/** What people scroll with. */
const HANDS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Keeps a list at its end while it grows, unless somebody has scrolled away from there.
 * @param from where it begins: a list that grows no more is read from its `top`
 */
export function useAtNewest<T extends HTMLElement>(newest: string, from: 'newest' | 'top'): RefObject<T | null> {
  const list = useRef<T>(null);
  const isAtEnd = useRef(from === 'newest');
  const isByHand = useRef(false);
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    const take = (): void => {
      isByHand.current = true;
    };
    const note = (): void => {
      const isNear = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR;
      // Its room grows and shrinks while the question above is fitted, which scrolls it too.
      if (!isByHand.current && !isNear) {
        follow();
        return;
      }
      isAtEnd.current = isNear;
      if (isNear) isByHand.current = false;
      mark(current);
    };
    const follow = (): void => {
      if (isAtEnd.current) current.scrollTop = current.scrollHeight;
      // What can be scrolled can be reached without a mouse.
      if (current.scrollHeight > current.clientHeight) current.tabIndex = 0;
      else current.removeAttribute('tabindex');
      mark(current);
    };
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(current);
    current.addEventListener('scroll', note, { passive: true });
    for (const hand of HANDS) current.addEventListener(hand, take, { passive: true });
    return () => {
      resized.disconnect();
      current.removeEventListener('scroll', note);
      for (const hand of HANDS) current.removeEventListener(hand, take);
    };
  }, [newest]);
  return list;
}

/** For the style: something stands above what is seen, or below it. */
function mark(list: HTMLElement): void {
  list.toggleAttribute('data-above', list.scrollTop > 0);
  list.toggleAttribute('data-below', list.scrollHeight - list.scrollTop - list.clientHeight > 1);
}
