import { useEffect } from 'react';

/** What a window or tab is called that shows a page of this name: the page first, for it is what tells them apart. */
export const titleOf = (page: string): string => `${page} – MED-dialog`;

/** Names the window after a part that stands in place of the whole page, for as long as it does. */
export function useTitle(page: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = titleOf(page);
    return () => {
      document.title = before;
    };
  }, [page]);
}
