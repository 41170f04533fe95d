import { instantOf } from '#dialogue/instant';
import type { Address, Columns, Entity, Page, Range, Row, TableName, Write } from '#store/tables';
import { refusalOf, refusalOfKeys } from './serviceLimits.ts';

/** An answer of the service other than success. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export interface ServiceOptions {
  /** The service's own clock, in milliseconds since 1970. */
  readonly clock: () => number;
  readonly pageSize: number;
  /** Whether an empty page with a continuation comes before each full one, as the service may do at any time. */
  readonly emptyPages: boolean;
}

/** The rows of a partition, and their keys in order. */
interface Partition {
  readonly rows: Map<string, Kept>;
  readonly keys: string[];
}

interface Kept {
  readonly columns: Columns;
  readonly etag: string;
  readonly writtenAt: string;
}

const MISSING = [404, 'ResourceNotFound'] as const;
const OTHER_VERSION = [412, 'UpdateConditionNotSatisfied'] as const;

/** The rows of a storage account in memory, and the rules by which Table Storage takes and gives them. */
export class MemoryService {
  readonly #options: ServiceOptions;
  readonly #tables = new Map<TableName, Map<string, Partition>>();
  #writes = 0;
  /** The newest write's time, which others have, too. */
  #now = { milliseconds: NaN, instant: '' };
  /** The `date` header, and the second in which it is so. */
  #date = { second: NaN, header: '' };

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  get(at: Address): Row {
    refuse(refusalOfKeys(at));
    const kept = this.#partition(at)?.rows.get(at.key);
    if (kept === undefined) throw new ServiceError(...MISSING);
    return this.#row(at, at.key, kept);
  }

  page(range: Range, continuation: string | undefined): Page {
    const { from, fill } = continuation === undefined ? { from: range.from, fill: false } : readToken(continuation);
    if (this.#options.emptyPages && !fill) return { rows: [], continuation: toToken(from, true) };
    const { rows: kept, keys } = this.#partition(range) ?? NO_ROWS;
    const first = placeOf(keys, from);
    const end = Math.max(first, placeOf(keys, range.to));
    const cut = Math.min(end, first + this.#options.pageSize);
    const rows: Row[] = [];
    for (let place = first; place < cut; place += 1) {
      const key = keys[place] ?? '';
      const value = kept.get(key);
      if (value !== undefined) rows.push(this.#row(range, key, value));
    }
    const next = cut < end ? keys[cut] : undefined;
    return { rows, continuation: next === undefined ? undefined : toToken(next, false) };
  }

  upsert(entity: Entity): void {
    refuse(refusalOf(entity));
    this.#keep(entity);
  }

  remove(at: Address, over?: string): void {
    refuse(refusalOfKeys(at));
    const partition = this.#partition(at);
    const known = partition?.rows.get(at.key);
    if (known !== undefined && over !== undefined && known.etag !== over) throw new ServiceError(...OTHER_VERSION);
    if (partition?.rows.delete(at.key) !== true) throw new ServiceError(...MISSING);
    partition.keys.splice(placeOf(partition.keys, at.key), 1);
  }

  /** All or nothing. One write is what `insert` and `replace` do. */
  write(writes: readonly Write[]): void {
    if (writes.length > 100) throw new ServiceError(400, 'InvalidInput');
    const [first] = writes;
    const elsewhere = writes.some(
      ({ entity }) => entity.table !== first?.entity.table || entity.partition !== first.entity.partition,
    );
    if (elsewhere) throw new ServiceError(400, 'CommandsInBatchActOnDifferentPartitions');
    if (new Set(writes.map(({ entity }) => entity.key)).size < writes.length) {
      throw new ServiceError(400, 'InvalidDuplicateRow');
    }
    for (const write of writes) this.#check(write);
    for (const { entity } of writes) this.#keep(entity);
  }

  /** Every row there is, for a test to look at. */
  rows(): readonly Row[] {
    return [...this.#tables].flatMap(([table, partitions]) =>
      [...partitions].flatMap(([partition, { rows }]) =>
        [...rows].map(([key, value]) => this.#row({ table, partition }, key, value)),
      ),
    );
  }

  #check({ entity, over }: Write): void {
    refuse(refusalOf(entity));
    const known = this.#partition(entity)?.rows.get(entity.key);
    if (over === undefined && known !== undefined) throw new ServiceError(409, 'EntityAlreadyExists');
    if (over !== undefined && known === undefined) throw new ServiceError(...MISSING);
    if (over !== undefined && known?.etag !== over) throw new ServiceError(...OTHER_VERSION);
  }

  #keep(entity: Entity): void {
    this.#writes += 1;
    const milliseconds = this.#options.clock();
    if (milliseconds !== this.#now.milliseconds) this.#now = { milliseconds, instant: instantOf(milliseconds) };
    const writtenAt = this.#now.instant;
    const etag = `W/"datetime'${writtenAt}-${this.#writes}'"`;
    const partitions = this.#tables.get(entity.table) ?? new Map<string, Partition>();
    const partition = partitions.get(entity.partition) ?? { rows: new Map<string, Kept>(), keys: [] };
    if (!partition.rows.has(entity.key)) partition.keys.splice(placeOf(partition.keys, entity.key), 0, entity.key);
    partition.rows.set(entity.key, { columns: { ...entity.columns }, etag, writtenAt });
    partitions.set(entity.partition, partition);
    this.#tables.set(entity.table, partitions);
  }

  #partition({ table, partition }: Pick<Address, 'table' | 'partition'>): Partition | undefined {
    return this.#tables.get(table)?.get(partition);
  }

  #row(
    { table, partition }: Pick<Address, 'table' | 'partition'>,
    key: string,
    { columns, etag, writtenAt }: Kept,
  ): Row {
    return { table, partition, key, columns, etag, writtenAt, readAt: this.#dateHeader() };
  }

  /** It has whole seconds. */
  #dateHeader(): string {
    const second = Math.floor(this.#options.clock() / 1000);
    if (second !== this.#date.second) this.#date = { second, header: instantOf(second * 1000) };
    return this.#date.header;
  }
}

const NO_ROWS: Partition = { rows: new Map(), keys: [] };

/** Where a key stands among others in order, or would. Keys are ordered by their UTF-16 units. */
function placeOf(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function refuse(code: string | undefined): void {
  if (code !== undefined) throw new ServiceError(400, code);
}

const toToken = (from: string, fill: boolean): string => btoa(JSON.stringify({ from, fill }));
const readToken = (token: string): { from: string; fill: boolean } =>
  JSON.parse(atob(token)) as { from: string; fill: boolean };
