import type { Instant } from '#dialogue/instant';

export type TableName = 'Teams' | 'Committees' | 'Meetings' | 'Due';

/** Where a row lies. Both keys are as the service takes them: encoded by `keys.ts`, at most 512 UTF-16 units each. */
export interface Address {
  readonly table: TableName;
  readonly partition: string;
  readonly key: string;
}

/** A row's own properties: text of at most 32,768 UTF-16 units, or a 32-bit integer. */
export type Columns = Readonly<Record<string, string | number>>;

export interface Entity extends Address {
  readonly columns: Columns;
}

/** A row as it was read. */
export interface Row extends Entity {
  readonly etag: string;
  /** The service's `Timestamp` of the last write, cut to milliseconds. */
  readonly writtenAt: Instant;
  /** The service's clock when it answered (the response's `date` header, whole seconds). */
  readonly readAt: Instant;
}

/** Rows of one partition with `from` ≤ row key < `to`, in the order of their keys. */
export interface Range {
  readonly table: TableName;
  readonly partition: string;
  readonly from: string;
  readonly to: string;
}

export interface Page {
  /** May be empty although more follows. */
  readonly rows: readonly Row[];
  /** Where to go on; absent on the last page. */
  readonly continuation?: string | undefined;
}

/** A part of a transaction: inserted where `over` is undefined, else replaced over just that version. */
export interface Write {
  readonly entity: Entity;
  readonly over: string | undefined;
}

/**
 * `refused`: the row to insert is there already, or the version to replace is not. It also comes for an own write whose
 * answer was lost and which was sent again, so who is refused reads the row and looks whether it is the own one.
 */
export type WriteOutcome = 'written' | 'refused';

/**
 * A table service, one request a call. Everything that is not an outcome named here is thrown as `Unavailable('store')`;
 * a write may have been done all the same.
 */
export interface Tables {
  get(at: Address): Promise<Row | undefined>;
  /** One page of a range; `readRange` reads them all. */
  page(range: Range, continuation?: string): Promise<Page>;
  insert(entity: Entity): Promise<WriteOutcome>;
  replace(entity: Entity, over: string): Promise<WriteOutcome>;
  upsert(entity: Entity): Promise<void>;
  /** Deletes whatever version is there, or just `over`; a row that is not there, or is another version, is fine. */
  remove(at: Address, over?: string): Promise<void>;
  /** All or nothing, at most 100 rows, all of one table and partition. */
  transact(writes: readonly [Write, ...Write[]]): Promise<WriteOutcome>;
}
