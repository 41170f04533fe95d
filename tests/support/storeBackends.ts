import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAzureTables } from '#store/azureTables';
import type { Tables } from '#store/tables';
import { startAzurite } from '../../infra/local/azurite.ts';
import { createMemoryTables } from './memoryTables.ts';
import { startTableProxy } from './tableProxy.ts';

/** Tables that nobody else uses, and what can be made to go wrong with them. */
export interface Backend {
  readonly tables: Tables;
  /** The service does the next `times` writes, and its answers do not arrive. */
  loseWriteAnswers(times: number): void;
  /** The next query's first page is empty and says where to go on. */
  emptyNextPage(): void;
}

export interface Backends {
  fresh(): Backend;
  close(): Promise<void>;
}

/** The table services that the store is held against: the substitute of the unit tests, and Azurite behind a proxy. */
export const BACKENDS: Record<'the substitute' | 'Azurite', () => Promise<Backends>> = {
  'the substitute': () => Promise.resolve({ fresh: freshMemory, close: () => Promise.resolve() }),
  Azurite: startBehindProxy,
};

function freshMemory(): Backend {
  const tables = createMemoryTables();
  return {
    tables,
    loseWriteAnswers: (times) => tables.fail('loseAnswer', times),
    // It begins each query so.
    emptyNextPage: () => undefined,
  };
}

async function startBehindProxy(): Promise<Backends> {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'));
  const azurite = await startAzurite({ folder });
  const proxy = await startTableProxy(azurite.url);
  let made = 0;
  return {
    fresh() {
      made += 1;
      const tables = createAzureTables({ url: proxy.url, credential: azurite.credential, prefix: `t${made}` });
      return { ...proxy, tables };
    },
    async close() {
      await proxy.close();
      await azurite.close();
      await rm(folder, { recursive: true });
    },
  };
}
