import { registrations } from '#functions/registrations';
import { compose } from '../../../bot/compose.ts';
import { localClients } from '../../../infra/local/localClients.ts';
import { serveFunctions, type FunctionsServer } from '../../../infra/local/serveFunctions.ts';
import { createMemoryTables } from '../memoryTables.ts';
import type { Answer, Order } from './messages.ts';
import { watchWrites } from './watchWrites.ts';

/** The Functions app with its tables in memory, where each write is put down to the request that made it. */
const tables = createMemoryTables({ pageSize: 1_000, emptyPages: false });
const watch = watchWrites();
let running: Promise<FunctionsServer> | undefined;

const tell = (answer: Answer): void => void process.send?.(answer);

async function start(order: Extract<Order, { type: 'start' }>): Promise<FunctionsServer> {
  const clients = { ...localClients(order), tables: () => watch.tables(tables) };
  // Few people do very much here: how much one may do has tests of its own.
  const { http } = registrations(compose(order.env, clients), () => true);
  return serveFunctions(
    order.port,
    http.map((row) => watch.registration(row)),
  );
}

function report(): void {
  // Only there where Node was started with `--expose-gc`.
  globalThis.gc?.();
  const { heapUsed: heap, rss } = process.memoryUsage();
  const stored = tables.rows().reduce((sum, row) => sum + JSON.stringify(row).length, 0);
  tell({ type: 'report', ...watch.found(), memory: { heap, rss }, stored });
}

function obey(order: Order): void {
  switch (order.type) {
    case 'start':
      running = start(order);
      running.then(
        ({ url }) => tell({ type: 'ready', url }),
        (error: unknown) => tell({ type: 'failed', reason: String(error) }),
      );
      return;
    case 'rows':
      tell({
        type: 'rows',
        rows: tables.rows().map((row) => {
          return [`${row.table} ${row.partition} ${row.key}`, JSON.stringify({ ...row, readAt: undefined })] as const;
        }),
      });
      return;
    case 'report':
      report();
      return;
    case 'shutdown':
      process.exit(0);
  }
}

process.on('message', obey);
process.on('disconnect', () => process.exit(0));
