import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { viewKey } from '../api/live.ts';
import type { CommitteeView } from '../api/views.ts';
import { isShutOut } from '../app/problem.ts';
import { useServices } from '../app/services.ts';

/** What the panel beside it shows; undefined while it loads, and for somebody who is shut out. It is the panel that polls. */
export function useShownView(): CommitteeView | undefined {
  const client = useQueryClient();
  const key = viewKey(useServices().committee);
  const state = useSyncExternalStore(
    (changed) =>
      client.getQueryCache().subscribe(({ type, query }) => {
        // Other events may come while something else is rendered.
        if (type === 'updated' && query.queryHash === hashKey(key)) changed();
      }),
    () => client.getQueryState<CommitteeView>(key),
  );
  return isShutOut(state?.error) ? undefined : state?.data;
}
