import { AzureNamedKeyCredential, odata, TableClient, type TransactionAction } from '@azure/data-tables';
import { Unavailable } from '#usecases/ports';
import { fromTableResult } from './fromTableResult.ts';
import { readFault } from './readFault.ts';
import type { TableFault } from './tableFault.ts';
import type { Entity, Row, TableName, Tables, Write } from './tables.ts';

/** How long one try may take, in milliseconds. The whole is bounded by this and the retries. */
const TRY_TIMEOUT = 5_000;
/** The library's default waits for up to a minute; somebody waits for each of our writes. */
const RETRIES = { maxRetries: 3, retryDelayInMs: 100, maxRetryDelayInMs: 800 } as const;

/** Gives tokens for an Entra identity, as the credentials of `@azure/identity` do. */
export interface TokenSource {
  getToken(scopes: string | string[]): Promise<{ token: string; expiresOnTimestamp: number } | null>;
}

export interface AzureTablesOptions {
  /** `https://<account>.table.core.windows.net`; only an `http:` address is talked to without TLS. */
  readonly url: string;
  readonly credential: TokenSource | { readonly account: string; readonly key: string };
  /** Begins the name of each table. */
  readonly prefix?: string | undefined;
}

/** A table service over its REST interface. A table is made when it is first missed, so starting costs nothing. */
export function createAzureTables(options: AzureTablesOptions): Tables {
  const clients = new Map<TableName, TableClient>();
  const clientOf = (table: TableName): TableClient => {
    const client = clients.get(table) ?? createClient(options, table);
    clients.set(table, client);
    return client;
  };
  return {
    ...readsOf(clientOf),
    async insert(entity) {
      const work = (client: TableClient) => client.createEntity(toTableEntity(entity));
      return (await ask('insert', clientOf(entity.table), work)) === undefined ? 'refused' : 'written';
    },
    async replace(entity, over) {
      const work = (client: TableClient) => client.updateEntity(toTableEntity(entity), 'Replace', { etag: over });
      return (await ask('replace', clientOf(entity.table), work)) === undefined ? 'refused' : 'written';
    },
    async upsert(entity) {
      await ask('upsert', clientOf(entity.table), (client) => client.upsertEntity(toTableEntity(entity), 'Replace'));
    },
    async remove({ table, partition, key }, over = '*') {
      await ask('remove', clientOf(table), (client) => client.deleteEntity(partition, key, { etag: over }));
    },
    async transact(writes) {
      const work = (client: TableClient) => client.submitTransaction(writes.map(toAction));
      return (await ask('transact', clientOf(writes[0].entity.table), work)) === undefined ? 'refused' : 'written';
    },
  };
}

function readsOf(clientOf: (table: TableName) => TableClient): Pick<Tables, 'get' | 'page'> {
  return {
    async get({ table, partition, key }) {
      const found = await ask('get', clientOf(table), (client) =>
        dated(table, async (onResponse) => [await client.getEntity(partition, key, { onResponse })]),
      );
      return found?.rows[0];
    },
    async page({ table, partition, from, to }, continuation) {
      const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
      const settings = continuation === undefined ? {} : { continuationToken: continuation };
      const found = await ask('page', clientOf(table), (client) =>
        dated(table, async (onResponse) => {
          const pages = client.listEntities({ queryOptions: { filter }, onResponse }).byPage(settings);
          for await (const page of pages) return page;
          return [];
        }),
      );
      return found ?? { rows: [] };
    },
  };
}

type OnResponse = (response: { readonly headers: { get(name: string): string | undefined } }) => void;
type Result = readonly object[] & { readonly continuationToken?: string };

/** Reads, and keeps the clock of the service that answered. */
async function dated(
  table: TableName,
  read: (onResponse: OnResponse) => Promise<Result>,
): Promise<{ rows: readonly Row[]; continuation: string | undefined }> {
  let date: string | undefined;
  const found = await read((response) => {
    date = response.headers.get('date');
  });
  return { rows: found.map((result) => fromTableResult(table, result, date)), continuation: found.continuationToken };
}

/**
 * Does one request, and makes the table first where it is missing.
 * @returns undefined where the rows' state forbids it: not there (404), there already (409), another version (412)
 */
async function ask<T>(
  operation: string,
  client: TableClient,
  work: (client: TableClient) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work(client);
  } catch (error) {
    const fault = readFault(operation, error);
    if (fault.code !== 'TableNotFound') {
      throwUnlessRefused(fault);
      return undefined;
    }
  }
  try {
    await client.createTable();
    return await work(client);
  } catch (error) {
    throwUnlessRefused(readFault(operation, error));
    return undefined;
  }
}

/** @throws Unavailable for everything else, a 404 of some other server among it */
function throwUnlessRefused(fault: TableFault): void {
  const missing = fault.status === 404 && fault.code === 'ResourceNotFound';
  const exists = fault.status === 409 && fault.code === 'EntityAlreadyExists';
  if (!missing && !exists && fault.status !== 412) throw new Unavailable('store', fault);
}

const toTableEntity = ({ partition, key, columns }: Entity) => ({ partitionKey: partition, rowKey: key, ...columns });

const toAction = ({ entity, over }: Write): TransactionAction =>
  over === undefined ? ['create', toTableEntity(entity)] : ['update', toTableEntity(entity), 'Replace', { etag: over }];

function createClient({ url, credential, prefix = '' }: AzureTablesOptions, table: TableName): TableClient {
  const settings = {
    allowInsecureConnection: new URL(url).protocol === 'http:',
    retryOptions: RETRIES,
    additionalPolicies: [{ policy: limitTry, position: 'perRetry' as const }],
  };
  // The two calls differ in nothing but the overload of the constructor.
  return 'key' in credential
    ? new TableClient(url, prefix + table, new AzureNamedKeyCredential(credential.account, credential.key), settings)
    : new TableClient(url, prefix + table, credential, settings);
}

/** Without it a try lasts as long as its connection. */
const limitTry = {
  name: 'limitTry',
  sendRequest<Request extends { timeout: number }, Response>(
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    request.timeout = TRY_TIMEOUT;
    return next(request);
  },
};
