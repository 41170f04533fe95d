import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useEscape } from '../../app/useEscape.ts';
import { slotAt } from './slotAt.ts';

export interface Dragging {
  /** The id of what is dragged now. */
  readonly dragged: string | undefined;
  /** For the handle of the part with this id. */
  readonly begin: (id: string, event: PointerEvent) => void;
  /** For the list. */
  readonly listeners: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

interface Order {
  readonly ids: readonly string[];
  readonly move: (from: number, to: number) => void;
  /** It lies in its new place. */
  readonly dropped: (place: number) => void;
}

/**
 * Puts the parts of a list in order by dragging, with a mouse, a pen or a finger. By the browser's own pointer events: a
 * list of one column needs no library, and HTML's drag and drop does not know fingers.
 */
export function useDragging(list: RefObject<HTMLElement | null>, { ids, move, dropped }: Order): Dragging {
  const [dragged, setDragged] = useState<string>();
  const cameFrom = useRef(0);
  const at = dragged === undefined ? -1 : ids.indexOf(dragged);
  const giveUp = (): void => {
    if (at !== -1 && at !== cameFrom.current) move(at, cameFrom.current);
    setDragged(undefined);
  };
  useEscape(dragged !== undefined, giveUp);
  return {
    dragged,
    begin: (id, event) => {
      if (event.button !== 0) return;
      // The list is never moved; a part that React moves would lose the pointer.
      list.current?.setPointerCapture(event.pointerId);
      event.preventDefault();
      cameFrom.current = ids.indexOf(id);
      setDragged(id);
    },
    listeners: {
      onPointerMove: ({ clientY }) => {
        if (at === -1) return;
        const parts = [...(list.current?.children ?? [])];
        const to = slotAt(
          parts.map((part) => part.getBoundingClientRect()),
          at,
          clientY,
        );
        if (to === at) return;
        parts[to]?.scrollIntoView({ block: 'nearest' });
        move(at, to);
      },
      onPointerUp: () => {
        if (at !== -1 && at !== cameFrom.current) dropped(at);
        setDragged(undefined);
      },
      onPointerCancel: giveUp,
    },
  };
}
