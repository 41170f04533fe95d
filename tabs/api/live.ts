import { queryOptions } from '@tanstack/react-query';
import type { Api } from './api.ts';
import { newest } from './newest.ts';
import type { CommitteeView } from './views.ts';

/** Milliseconds between two polls while all goes well, and at most. */
const PACE = 1_500;
const SLOWEST = 10_000;

export const viewKey = (committee: string) => ['view', committee] as const;

/** Milliseconds until the next poll after so many failures in a row. */
export const pauseAfter = (failures: number): number => Math.min(PACE * 2 ** Math.min(failures, 10), SLOWEST);

/**
 * The committee's view, kept fresh by polling while the page is seen. To be made once for each page, since it counts the
 * failures. Where the server can push one day, this file is what changes.
 */
export function liveView(api: Pick<Api, 'view'>, committee: string) {
  let failures = 0;
  return queryOptions({
    queryKey: viewKey(committee),
    queryFn: async ({ client, queryKey }) => {
      try {
        const come = await api.view(committee);
        failures = 0;
        return newest(client.getQueryData<CommitteeView>(queryKey), come);
      } catch (error) {
        failures += 1;
        throw error;
      }
    },
    // What came before the page was drawn is not asked for again when it is.
    staleTime: PACE,
    refetchInterval: () => pauseAfter(failures),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    // What the browser believes about the network is often wrong in an office: it may hasten a try, and forbids none.
    networkMode: 'always',
    retry: false,
  });
}
