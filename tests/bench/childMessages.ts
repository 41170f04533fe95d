import type { Operation } from '#store/meteredTables';
import type { FunctionsSettings } from '../../infra/local/functionsMessages.ts';

/** To a measured server that runs in a process of its own. Both ends are this folder's, so nothing is parsed. */
export type ToChild =
  ({ readonly type: 'start' } & FunctionsSettings) | { readonly type: 'report' } | { readonly type: 'shutdown' };

export type FromChild =
  | { readonly type: 'ready'; readonly url: string }
  | ({ readonly type: 'report' } & Report)
  | { readonly type: 'failed'; readonly reason: string };

/** What a server did since it was asked last, and how it is. */
export interface Report {
  /** Requests to the table service, in their order. */
  readonly operations: readonly Operation[];
  /** Requests that it answered, in milliseconds since 1970. */
  readonly requests: readonly { readonly from: number; readonly until: number }[];
  /** Processor time that it took, in milliseconds. */
  readonly cpu: number;
  /** Memory now, and the most that it ever was, in bytes. */
  readonly memory: { readonly now: number; readonly peak: number };
}
