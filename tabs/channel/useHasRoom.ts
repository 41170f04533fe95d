import { useSyncExternalStore } from 'react';

/** Pixels from which a question with its answers beside it has room next to the history. */
const ROOM = '(min-width: 1024px)';

export function useHasRoom(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(ROOM);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(ROOM).matches,
  );
}
