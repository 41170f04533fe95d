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

interface Kept {
  readonly columns: Columns;
  readonly etag: string;
  readonly writtenAt: string;
}

const MISSING = [404, 'ResourceNotFound'] as const;

/** The rows of a storage account in memory, and the rules by which Table Storage takes and gives them. */
export class MemoryService {
  readonly #options: ServiceOptions;
  readonly #partitions = new Map<string, Map<string, Kept>>();
  #writes = 0;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  get(at: Address): Row {
    refuse(refusalOfKeys(at));
    const kept = this.#partition(at).get(at.key);
    if (kept === undefined) throw new ServiceError(...MISSING);
    return this.#row(at, kept);
  }

  page(range: Range, continuation: string | undefined): Page {
    const { from, fill } = continuation === undefined ? { from: range.from, fill: false } : readToken(continuation);
    if (this.#options.emptyPages && !fill) return { rows: [], continuation: toToken(from, true) };
    const kept = this.#partition({ ...range, key: '' });
    const keys = [...kept.keys()].filter((key) => key >= from && key < range.to).sort(byUnits);
    const next = keys[this.#options.pageSize];
    const rows = keys.slice(0, this.#options.pageSize).map((key) => this.get({ ...range, key }));
    return { rows, continuation: next === undefined ? undefined : toToken(next, false) };
  }

  upsert(entity: Entity): void {
    refuse(refusalOf(entity));
    this.#keep(entity);
  }

  remove(at: Address): void {
    refuse(refusalOfKeys(at));
    if (!this.#partition(at).delete(at.key)) throw new ServiceError(...MISSING);
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
    return [...this.#partitions].flatMap(([name, kept]) => {
      const [table, partition] = JSON.parse(name) as [TableName, string];
      return [...kept].map(([key, value]) => this.#row({ table, partition, key }, value));
    });
  }

  #check({ entity, over }: Write): void {
    refuse(refusalOf(entity));
    const known = this.#partition(entity).get(entity.key);
    if (over === undefined && known !== undefined) throw new ServiceError(409, 'EntityAlreadyExists');
    if (over !== undefined && known === undefined) throw new ServiceError(...MISSING);
    if (over !== undefined && known?.etag !== over) throw new ServiceError(412, 'UpdateConditionNotSatisfied');
  }

  #keep(entity: Entity): void {
    this.#writes += 1;
    const writtenAt = instantOf(this.#options.clock());
    const etag = `W/"datetime'${encodeURIComponent(writtenAt)}${this.#writes}'"`;
    this.#partition(entity).set(entity.key, { columns: { ...entity.columns }, etag, writtenAt });
  }

  #partition({ table, partition }: Address): Map<string, Kept> {
    const name = JSON.stringify([table, partition]);
    const kept = this.#partitions.get(name) ?? new Map<string, Kept>();
    this.#partitions.set(name, kept);
    return kept;
  }

  #row({ table, partition, key }: Address, { columns, etag, writtenAt }: Kept): Row {
    // The `date` header has whole seconds.
    const readAt = instantOf(Math.floor(this.#options.clock() / 1000) * 1000);
    return { table, partition, key, columns: { ...columns }, etag, writtenAt, readAt };
  }
}

function refuse(code: string | undefined): void {
  if (code !== undefined) throw new ServiceError(400, code);
}

const toToken = (from: string, fill: boolean): string => btoa(JSON.stringify({ from, fill }));
const readToken = (token: string): { from: string; fill: boolean } =>
  JSON.parse(atob(token)) as { from: string; fill: boolean };

const byUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
