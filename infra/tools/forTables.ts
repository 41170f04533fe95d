import { parseArgs } from 'node:util';
import { AzureCliCredential } from '@azure/identity';
import { createAzureTables } from '#store/azureTables';
import type { Tables } from '#store/tables';
import { CopyError } from './copyFile.ts';
import { isOptionError } from './optionError.ts';

/** What a command on the tables takes besides their address, each as `--name VALUE`, and what it is. */
type Options<Name extends string> = Readonly<Record<Name, string>>;

/** How the tables at an address are reached. */
export type TablesAt = (url: string) => Tables;

/** As whoever is signed in with `az login`, who needs the role *Storage Table Data Contributor* on the account. */
const asSignedIn: TablesAt = (url) => createAzureTables({ url, credential: new AzureCliCredential() });

/**
 * Runs `npm run COMMAND -- --tables URL --… …`; all are needed. What is wrong is printed without a stack, with exit
 * code 1.
 * @throws whatever is of no kind in `told`, as that is a fault of ours
 */
export async function forTables<Name extends string>(
  command: string,
  options: Options<Name>,
  run: (tables: Tables, values: Readonly<Record<Name, string>>) => Promise<string>,
  { args, tablesAt = asSignedIn }: { readonly args: readonly string[]; readonly tablesAt?: TablesAt },
): Promise<void> {
  const all: Readonly<Record<string, string>> = { tables: TABLES, ...options };
  const names = Object.keys(all);
  try {
    const config = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options: config, strict: true });
    if (names.some((name) => values[name] === undefined)) throw new CopyError(usage(command, all));
    const given = values as Readonly<Record<Name | 'tables', string>>;
    if (!isAddress(given.tables)) throw new CopyError(`--tables ${given.tables}: this is no address.\n${TABLES}`);
    console.log(await run(tablesAt(given.tables), given));
  } catch (error) {
    if (!(error instanceof CopyError) && !isOptionError(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const TABLES = 'the data storage account: https://ACCOUNT.table.core.windows.net';

const usage = (command: string, all: Readonly<Record<string, string>>): string =>
  [
    `npm run ${command} -- ${Object.keys(all)
      .map((name) => `--${name} …`)
      .join(' ')}\n`,
    ...Object.entries(all).map(([name, about]) => `  --${name.padEnd(12)}${about}`),
  ].join('\n');

const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
