import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpRegistration } from '#functions/registrations';
import type { Address, Tables, WriteOutcome } from '#store/tables';
import type { Trespass } from './messages.ts';

interface Request {
  readonly route: string;
  readonly writes: string[];
  status: number | undefined;
  noted: boolean;
}

/** Who wrote what: each write is put down to the request in which it was made, also where that was answered before. */
export interface WatchWrites {
  tables(tables: Tables): Tables;
  registration(row: HttpRegistration): HttpRegistration;
  /** Of the whole time. */
  found(): { readonly trespasses: readonly Trespass[]; readonly refused: number };
}

const isRefused = (status: number): boolean => status >= 400 && status < 500;

export function watchWrites(): WatchWrites {
  const running = new AsyncLocalStorage<Request>();
  const trespassers: Request[] = [];
  let refused = 0;

  const look = (request: Request): void => {
    if (request.noted || request.status === undefined || !isRefused(request.status)) return;
    if (request.writes.length === 0) return;
    request.noted = true;
    trespassers.push(request);
  };
  const wrote = (what: string): void => {
    const request = running.getStore();
    if (request === undefined) return;
    request.writes.push(what);
    look(request);
  };
  const noted = async (what: string, outcome: Promise<WriteOutcome>): Promise<WriteOutcome> => {
    const written = await outcome;
    if (written === 'written') wrote(what);
    return written;
  };

  return {
    tables: (tables) => ({
      get: (at) => tables.get(at),
      page: (range, continuation) => tables.page(range, continuation),
      insert: (entity) => noted(`insert ${nameOf(entity)}`, tables.insert(entity)),
      replace: (entity, over) => noted(`replace ${nameOf(entity)}`, tables.replace(entity, over)),
      transact: (writes) => noted(`transact ${nameOf(writes[0].entity)}`, tables.transact(writes)),
      async upsert(entity) {
        await tables.upsert(entity);
        wrote(`upsert ${nameOf(entity)}`);
      },
      async remove(at, over) {
        const known = await tables.get(at);
        await tables.remove(at, over);
        if (known !== undefined && known.etag === (over ?? known.etag)) wrote(`remove ${nameOf(at)}`);
      },
    }),
    registration: (row) => ({
      ...row,
      handler: (given, context) => {
        const request: Request = { route: row.name, writes: [], status: undefined, noted: false };
        return running.run(request, async () => {
          const response = await row.handler(given, context);
          request.status = response.status ?? 200;
          if (isRefused(request.status)) refused += 1;
          look(request);
          return response;
        });
      },
    }),
    found: () => ({
      trespasses: trespassers.map(({ route, status = 0, writes }) => ({ route, status, writes })),
      refused,
    }),
  };
}

/** The table, and what kind of row it is. */
const nameOf = ({ table, key }: Address): string => `${table} ${key.replace(/[^a-z!]/g, '').slice(0, 20)}`;
