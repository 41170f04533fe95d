import { useQuery } from '@tanstack/react-query';
import type { HistoryItem, HistoryView, ItemView } from '../../api/views.ts';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';

/** Milliseconds for which what was loaded is taken to be so; answers may come later, and change their number. */
const FRESH = 30_000;
/** Milliseconds between two looks for an item that has just ended: its line is written then, and again with its digest. */
const PACE = 1_500;

/** An item that has to be in the history, and how it stands with its digest. */
export interface EndedItem {
  readonly meeting: string;
  readonly digest: NonNullable<ItemView['digest']>['status'];
}

/** Nobody knows yet whether its digest stands in the channel: the item's own page tells. */
export const isDigestOpen = ({ meeting }: HistoryItem, ended: EndedItem | undefined): boolean =>
  meeting === ended?.meeting && (ended.digest === 'sending' || ended.digest === 'unknown' || ended.digest === 'sent');

/** The committee's history. */
export function useHistory(ended: EndedItem | undefined) {
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

function lacks(history: HistoryView | undefined, { meeting, digest }: EndedItem): boolean {
  if (history === undefined) return false;
  const line = history.items.find((item) => item.meeting === meeting);
  return line === undefined || (digest === 'sent' && line.digest === undefined);
}
