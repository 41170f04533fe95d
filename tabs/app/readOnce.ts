import { problemOf } from './problem.ts';
import { pauseAfter } from '../api/live.ts';

interface State {
  readonly data: unknown;
  readonly error: Error | null;
  readonly errorUpdateCount: number;
}

/**
 * How something is read that does not change while somebody looks at it. Until it is there the page tries again by
 * itself, as its sentences about the connection and the server say; what else is wrong waits for a person.
 */
export const readOnce = {
  networkMode: 'always',
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  refetchInterval: ({ state }: { readonly state: State }): number | false =>
    state.data === undefined && healsItself(state.error) ? pauseAfter(state.errorUpdateCount) : false,
} as const;

/** Whether the page tries again by itself, and a person need not do anything. */
export const healsItself = (error: Error | null): boolean =>
  error !== null && ['offline', 'server'].includes(problemOf(error));
