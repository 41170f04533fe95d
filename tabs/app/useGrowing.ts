import { useLayoutEffect, useRef } from 'react';

/** To ask for the height makes the browser lay out the whole page between a key and its letter. */
const growByThemselves = (): boolean => CSS.supports('field-sizing', 'content');

/**
 * As high as what is written in it, and no higher than leaves room for what goes with it: then it scrolls. Give it to the
 * field, whose style says how high that is at least.
 * @param isShown whether the field is in sight; what is folded away has no height to go by
 */
export function useGrowing(text: string, isShown = true) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null || !isShown) return;
    area.style.maxHeight = '60vh';
    if (growByThemselves()) {
      area.style.setProperty('field-sizing', 'content');
      return;
    }
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [text, isShown]);
  return field;
}
