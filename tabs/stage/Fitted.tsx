import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { largestThatFits, type Sizes } from './largestThatFits.ts';
import { onResize } from './onResize.ts';
import { useStyles } from './styles.ts';

interface Props {
  readonly sizes: (window: { width: number; height: number }) => Sizes;
  /** Another one for other words: then they are measured anew. */
  readonly words: string;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * Text as large as its room takes. Where even the least size does not fit it can be scrolled: it is never cut.
 * What is inside tells its sizes in `em`.
 */
export function Fitted({ sizes, words, className, children }: Props) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      if (room.current !== null && text.current !== null) fitInto(room.current, text.current, sizes);
    };
    fit();
    return room.current === null ? undefined : onResize([room.current], fit);
  }, [sizes, words]);
  return (
    <div ref={room} className={mergeClasses(styles.room, className)}>
      <div ref={text} className={styles.fitted}>
        {children}
      </div>
    </div>
  );
}

/** How much smaller all of the text may be for the sake of words that are not broken. */
const WORTH = 0.6;

function fitInto(room: HTMLElement, text: HTMLElement, sizes: Props['sizes']): void {
  // Without bars, which would change what is measured.
  room.style.overflow = 'hidden';
  const within = sizes({ width: innerWidth, height: innerHeight });
  const sizeWith = (wrap: 'normal' | 'anywhere'): number => {
    text.style.overflowWrap = wrap;
    return largestThatFits(within, (pixels) => {
      text.style.fontSize = `${pixels}px`;
      return text.scrollHeight <= room.clientHeight && text.scrollWidth <= room.clientWidth;
    });
  };
  const broken = sizeWith('anywhere');
  const whole = sizeWith('normal');
  // One very long word, or an address, does not make the question too small to be read at five metres.
  text.style.fontSize = `${whole >= broken * WORTH ? whole : broken}px`;
  text.style.overflowWrap = '';
  room.style.overflow = '';
  // What can be scrolled can be reached without a mouse.
  if (room.scrollHeight > room.clientHeight) room.tabIndex = 0;
  else room.removeAttribute('tabindex');
}
