import type { FunctionsSettings } from '../../../infra/local/functionsMessages.ts';

export type Order =
  | ({ readonly type: 'start' } & FunctionsSettings)
  | { readonly type: 'rows' }
  | { readonly type: 'report' }
  | { readonly type: 'shutdown' };

/** A request that was refused, and wrote all the same. */
export interface Trespass {
  /** Name of the route. */
  readonly route: string;
  readonly status: number;
  /** Table and operation of each write. */
  readonly writes: readonly string[];
}

/** Memory in bytes; `heap` what is in use after everything that nobody holds was collected. */
export interface Memory {
  readonly heap: number;
  readonly rss: number;
}

/** Of the whole time since the start, memory now. */
export interface Report {
  readonly trespasses: readonly Trespass[];
  /** Requests that were refused with 400 to 499. */
  readonly refused: number;
  readonly memory: Memory;
  /** Length of all rows as JSON, in characters: the store lies in the same process. */
  readonly stored: number;
}

export type Answer =
  | { readonly type: 'ready'; readonly url: string }
  /** Each row as JSON, by its table and keys. */
  | { readonly type: 'rows'; readonly rows: readonly (readonly [key: string, value: string])[] }
  | ({ readonly type: 'report' } & Report)
  | { readonly type: 'failed'; readonly reason: string };
