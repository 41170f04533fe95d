import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { largestThatFits } from './largestThatFits.ts';
import { type Fit, latestThatFit, type Measured, MOST_LINES, showsAsMuch } from './latestThatFit.ts';
import { onResize } from './onResize.ts';
import { answerSizes } from './textSizes.ts';

interface Parts {
  readonly room: RefObject<HTMLDivElement | null>;
  /** The line that stands above the answers where not all are seen. */
  readonly note: RefObject<HTMLParagraphElement | null>;
  /** An element an answer, its words first in it. Those that are not seen are laid out as well, to be measured. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly fit: Fit;
}

/**
 * Measures how many of the latest answers their room has place for, and makes their text as large as it can be without
 * leaving out one more: after each layout, and when a size changes.
 * @param answers others when there are others, or other words in them
 */
export function useLatestThatFit(answers: readonly unknown[]): Parts {
  const room = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [fit, setFit] = useState<Fit>({
    seen: answers.length,
    whole: answers.length,
    lines: MOST_LINES,
    room: 'enough',
  });
  useLayoutEffect(() => {
    const [around, above, within] = [room.current, note.current, list.current];
    if (around === null || above === null || within === null) return undefined;
    const measure = (): void => {
      const sizes = answerSizes({ width: innerWidth, height: innerHeight });
      const fitAt = (pixels: number): Fit => {
        around.style.fontSize = `${pixels}px`;
        return latestThatFit([...within.children].map(measured), around.clientHeight, heightOf(above));
      };
      const most = fitAt(sizes.least);
      const next = fitAt(largestThatFits(sizes, (pixels) => showsAsMuch(fitAt(pixels), most)));
      // What can be scrolled can be reached without a mouse.
      if (next.room === 'scant') around.tabIndex = 0;
      else around.removeAttribute('tabindex');
      setFit((fit) => (isSame(fit, next) ? fit : next));
    };
    measure();
    return onResize([around, above, ...within.children], measure);
  }, [answers]);
  return { room, note, list, fit };
}

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

function measured(answer: Element): Measured {
  const words = answer.firstElementChild ?? answer;
  const line = Number.parseFloat(getComputedStyle(words).lineHeight) || 1;
  return { line, lines: Math.round(words.scrollHeight / line), around: heightOf(answer) - heightOf(words) };
}

const isSame = (one: Fit, other: Fit): boolean =>
  one.seen === other.seen && one.whole === other.whole && one.lines === other.lines && one.room === other.room;
