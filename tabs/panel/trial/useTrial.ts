import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TrialView } from '#contract/responses';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';
import { useStandingError } from '../../app/useStandingError.ts';

export interface TrialState {
  readonly view: TrialView | undefined;
  /** Why there is nothing to show. */
  readonly error: Error | null;
  readonly again: () => void;
  readonly state: 'idle' | 'sending';
  /** Why it was not stored or deleted. */
  readonly failure: Error | null;
  readonly save: (text: string) => void;
  readonly erase: () => void;
}

/** What the person has written to try the app: as it is stored, never as it is hoped to be. */
export function useTrial(): TrialState {
  const { api, committee } = useServices();
  const client = useQueryClient();
  const queryKey = ['trial', committee];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => api.trial(committee),
    // Nothing of it is kept on a shared device once the page is left.
    gcTime: 0,
    ...readOnce,
  });
  const why = useStandingError({ data, error });
  const command = useRef<string>(undefined);
  const doing = useMutation<TrialView, Error, string | undefined>({
    networkMode: 'always',
    mutationFn: async (text) => {
      if (text !== undefined) return api.saveTrial(committee, text);
      command.current ??= crypto.randomUUID();
      const { erasedAt } = await api.eraseTrial(committee, command.current);
      // Read again, so that what is said of it is what the store says.
      return { ...(await api.trial(committee)), erasedAt };
    },
    onSuccess: (view) => {
      command.current = undefined;
      client.setQueryData<TrialView>(queryKey, view);
    },
  });
  return {
    view: data,
    error: data === undefined ? why : null,
    again: () => void refetch(),
    state: doing.isPending ? 'sending' : 'idle',
    failure: doing.error,
    save: (text) => doing.mutate(text),
    erase: () => doing.mutate(undefined),
  };
}
