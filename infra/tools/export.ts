import { committeeRows } from '#store/committeeRows';
import { CopyError, writeCopy } from './copyFile.ts';
import { forTables, type TablesAt } from './forTables.ts';
import { requireNode } from './requireNode.ts';

const OPTIONS = {
  committee: 'the channel: its id (19:…@thread.tacv2), or the link to it that Teams copies',
  to: 'the file to be written; it must not be there',
};

/** Writes everything that is kept of a committee to a file of JSON lines (docs/operations.md says what is in it). */
export const exportCommittee = (args: readonly string[], tablesAt?: TablesAt): Promise<void> =>
  forTables(
    'export',
    OPTIONS,
    async (tables, { committee: given, to }) => {
      const committee = channelOf(given);
      const at = new Date().toISOString();
      const rows = await committeeRows(tables, committee);
      if (rows.length === 0) throw new CopyError(`There is no committee ${committee} in these tables.`);
      await writeCopy(to, { committee, at, rows }).catch((error: unknown) => {
        throw new CopyError(`${to} was not written: ${error instanceof Error ? error.message : 'no reason was given'}`);
      });
      return `${rows.length} rows are saved in ${to}. Names and answers stand in it: keep it where nobody else reads it, and delete it in time.`;
    },
    { args, ...(tablesAt && { tablesAt }) },
  );

/** A link names the channel as a part of its path: `https://teams.microsoft.com/l/channel/19%3A…/…`. */
function channelOf(given: string): string {
  const inLink = /\/(19%3a[^/?]+)/i.exec(given)?.[1];
  return inLink === undefined ? given : decodeURIComponent(inLink);
}

if (import.meta.main) {
  requireNode();
  await exportCommittee(process.argv.slice(2));
}
