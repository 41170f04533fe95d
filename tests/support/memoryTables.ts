import { TableFault } from '#store/tableFault';
import type { Row, Tables, WriteOutcome } from '#store/tables';
import { Unavailable } from '#usecases/ports';
import { MemoryService, ServiceError, type ServiceOptions } from './memoryService.ts';

/** `loseAnswer`: the service does what it was asked, and its answer does not arrive. `throttle`: it does nothing and says 503. */
export type Fault = 'loseAnswer' | 'throttle';

export interface Request {
  readonly name: keyof Tables;
  readonly table: string;
}

/** What a client meets on its way to the service, asked anew for each try. */
export interface Conditions {
  /** Resolves when a try has come to the service. */
  travel(): Promise<void>;
  /** What goes wrong with this try, if anything. */
  fault(request: Request): Fault | undefined;
}

export interface MemoryTables extends Tables {
  /** The next `times` tries that `match` (all writes where it is absent) go wrong; a request is tried four times. */
  fail(fault: Fault, times?: number, match?: (request: Request) => boolean): void;
  /** Every row there is. */
  rows(): readonly Row[];
}

/** As the client library of the real tables is set up: one try and three more. */
const TRIES = 4;

const isWrite = ({ name }: Request): boolean => name !== 'get' && name !== 'page';

/**
 * A substitute of a table service and its client library: as strict as the service, with small pages and empty ones in
 * between, and with a client that sends again what was not answered, so that one's own insert can come back as `refused`.
 */
export function createMemoryTables(options: Partial<ServiceOptions> = {}): MemoryTables {
  return createMemoryClient(new MemoryService({ clock: Date.now, pageSize: 5, emptyPages: true, ...options }));
}

/** A client library of a service that may have others. */
export function createMemoryClient(service: MemoryService, conditions?: Conditions): MemoryTables {
  const faults: { fault: Fault; left: number; match: (request: Request) => boolean }[] = [];

  const planned = (request: Request): Fault | undefined => {
    const next = faults.find(({ left, match }) => left > 0 && match(request));
    if (next !== undefined) next.left -= 1;
    return next?.fault;
  };
  const ask = async <T>(request: Request, work: () => T): Promise<T | undefined> => {
    // Made only where it is thrown: an error that is made writes down where, which costs more than the request.
    let lost = false;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await conditions?.travel();
      const fault = planned(request) ?? conditions?.fault(request);
      if (fault === undefined) return answer(request.name, work);
      if (fault === 'throttle') continue;
      settled(work);
      lost = true;
    }
    const [status, code] = lost ? [undefined, 'ECONNRESET'] : [503, 'ServerBusy'];
    throw new Unavailable('store', new TableFault(request.name, status, code));
  };
  const written = async (request: Request, work: () => true): Promise<WriteOutcome> =>
    (await ask(request, work)) === undefined ? 'refused' : 'written';

  return {
    get: (at) => ask({ name: 'get', table: at.table }, () => service.get(at)),
    page: async (range, continuation) =>
      (await ask({ name: 'page', table: range.table }, () => service.page(range, continuation))) ?? { rows: [] },
    insert: (entity) =>
      written({ name: 'insert', table: entity.table }, () => (service.write([{ entity, over: undefined }]), true)),
    replace: (entity, over) =>
      written({ name: 'replace', table: entity.table }, () => (service.write([{ entity, over }]), true)),
    upsert: (entity) => ask({ name: 'upsert', table: entity.table }, () => service.upsert(entity)),
    remove: (at, over) => ask({ name: 'remove', table: at.table }, () => service.remove(at, over)),
    transact: (writes) =>
      written({ name: 'transact', table: writes[0].entity.table }, () => (service.write(writes), true)),
    fail(fault, times = 1, match = isWrite) {
      faults.push({ fault, left: times, match });
    },
    rows: () => service.rows(),
  };
}

/** What the client library makes of an answer. */
function answer<T>(name: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if ([404, 409, 412].includes(error.status)) return undefined;
    throw new Unavailable('store', new TableFault(name, error.status, error.code));
  }
}

/** Does the work; nobody hears what came of it. */
function settled(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}
