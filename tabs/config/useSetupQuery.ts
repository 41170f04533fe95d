import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SetupView } from '#contract/responses';
import { viewKey } from '../api/live.ts';
import { readOnce } from '../app/readOnce.ts';
import { useServices } from '../app/services.ts';
import { useStandingError } from '../app/useStandingError.ts';

export interface SetupQuery {
  readonly view: SetupView | undefined;
  /** Why there is nothing to show. */
  readonly error: Error | null;
  readonly again: () => void;
  /** Shows what the server has just answered, here and in the panel. */
  readonly show: (view: SetupView) => void;
}

/** Milliseconds between two looks for an answer to what waits. */
const PACE = 5_000;

/** What the committee is, read when a page that shows it is opened; nobody's typing is disturbed by a newer one. */
export function useSetupQuery(): SetupQuery {
  const { api, committee } = useServices();
  const client = useQueryClient();
  const queryKey = ['setup', committee];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => api.setup(committee),
    ...readOnce,
    refetchOnWindowFocus: true,
    // Whoever waits for the other chair sees the answer come.
    refetchInterval: (asked) => (asked.state.data?.setup?.proposal ? PACE : readOnce.refetchInterval(asked)),
  });
  const why = useStandingError({ data, error });
  return {
    view: data,
    error: data === undefined ? why : null,
    again: () => void refetch(),
    show: (view) => {
      client.setQueryData(queryKey, view);
      void client.invalidateQueries({ queryKey: viewKey(committee) });
    },
  };
}
