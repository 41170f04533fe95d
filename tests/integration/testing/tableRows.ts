import { AzureNamedKeyCredential, RestError, TableClient } from '@azure/data-tables';
import { AZURITE_ACCOUNT } from '../../../infra/local/azurite.ts';

/** What each row holds, version included, by its table and keys. Nothing of the app's own code reads it. */
export type Rows = ReadonlyMap<string, string>;

/** A table is made when it is first written to. */
const isMissing = (error: unknown): boolean => error instanceof RestError && error.statusCode === 404;

const TABLES = ['Teams', 'Committees', 'Meetings', 'Due'];

export async function readRows(url: string): Promise<Rows> {
  const rows = new Map<string, string>();
  for (const table of TABLES) {
    const { account, key } = AZURITE_ACCOUNT;
    const client = new TableClient(url, table, new AzureNamedKeyCredential(account, key), {
      allowInsecureConnection: true,
    });
    try {
      for await (const { partitionKey = '', rowKey = '', ...rest } of client.listEntities())
        rows.set(`${table} ${partitionKey} ${rowKey}`, JSON.stringify(rest));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return rows;
}
