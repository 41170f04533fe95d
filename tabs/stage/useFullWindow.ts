import { useCallback, useEffect, useState } from 'react';
import { useEscape } from '../app/useEscape.ts';

export interface FullWindow {
  readonly isOpen: boolean;
  /** To be called from a click: browsers give the whole screen for nothing else. */
  readonly open: () => void;
  readonly leave: () => void;
}

/**
 * Whether something fills the page's window, and the whole screen where the frame allows it. Escape leaves both, and so
 * does leaving the whole screen in any other way.
 */
export function useFullWindow(): FullWindow {
  const [isOpen, setOpen] = useState(false);
  const leave = useCallback(() => {
    setOpen(false);
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  }, []);
  useEscape(isOpen, leave);
  useEffect(() => {
    const follow = (): void => {
      if (!document.fullscreenElement) setOpen(false);
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const open = (): void => {
    setOpen(true);
    // Teams' frame may forbid it, which is told only by trying.
    if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined);
  };
  return { isOpen, open, leave };
}
