import { putBack, RowsDiffer } from '#store/committeeCopy';
import { committeeRows } from '#store/committeeRows';
import { CopyError, readCopy } from './copyFile.ts';
import { forTables, type TablesAt } from './forTables.ts';
import { requireNode } from './requireNode.ts';

const OPTIONS = { from: 'the file that npm run export wrote' };

/** Writes what was exported of a committee into tables that hold nothing of it, and looks whether all of it is there. */
export const restoreCommittee = (args: readonly string[], tablesAt?: TablesAt): Promise<void> =>
  forTables(
    'restore',
    OPTIONS,
    async (tables, { from }) => {
      const { committee, at, rows } = await readCopy(from);
      const { written } = await putBack(tables, rows).catch((error: unknown) => {
        if (!(error instanceof RowsDiffer)) throw error;
        throw new CopyError(
          `These tables hold something else of the committee: ${error.count} rows differ. Nothing was written over.`,
        );
      });
      const there = await committeeRows(tables, committee);
      if (there.length < rows.length)
        throw new CopyError(`Only ${there.length} of ${rows.length} rows are there. Run it again.`);
      return `${rows.length} rows of ${at} are there, ${written} of them written now.`;
    },
    { args, ...(tablesAt && { tablesAt }) },
  );

if (import.meta.main) {
  requireNode();
  await restoreCommittee(process.argv.slice(2));
}
