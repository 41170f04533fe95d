import { useQuery } from '@tanstack/react-query';
import type { HistoryView } from '../../api/views.ts';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';

/** Milliseconds for which what was loaded is taken to be so; answers may come later, and change their number. */
const FRESH = 30_000;
/** Milliseconds between two looks for an item that has just ended: its line is written right after its digest. */
const PACE = 1_500;

/** The committee's history. `ended`: an item that has to be in it. */
export function useHistory(ended: string | undefined) {
  const { api, committee } = useServices();
  return useQuery({
    queryKey: ['history', committee],
    queryFn: () => api.history(committee),
    staleTime: FRESH,
    ...readOnce,
    // Answers may have been deleted meanwhile, however short that was.
    refetchOnWindowFocus: 'always',
    refetchInterval: (query) =>
      ended !== undefined && lacks(query.state.data, ended) ? PACE : readOnce.refetchInterval(query),
  });
}

const lacks = (history: HistoryView | undefined, meeting: string): boolean =>
  history?.items.every((item) => item.meeting !== meeting) ?? false;
