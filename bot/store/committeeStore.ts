import type { CommitteeStore } from '#usecases/ports';
import { fromCommitteeEntity, toCommitteeEntity } from './entities/committeeEntity.ts';
import { fromHistoryEntity, toHistoryEntity } from './entities/historyEntity.ts';
import { fromTrialEntity, toTrialEntity } from './entities/trialEntity.ts';
import { eraseCommitteeRows } from './committeeRows.ts';
import { addresses, ranges } from './keys.ts';
import { readFirst, readStored, writeOver } from './rows.ts';
import type { Tables } from './tables.ts';

export const createCommitteeStore = (tables: Tables): CommitteeStore => ({
  readCommittee: (committee) => readStored(tables, addresses.committee(committee), fromCommitteeEntity),
  saveCommittee: (committee, over) => writeOver(tables, toCommitteeEntity(committee), over),
  saveHistory: (committee, entry) => tables.upsert(toHistoryEntity(committee, entry)),
  listHistory: async (committee, most) =>
    (await readFirst(tables, ranges.history(committee), most)).map(fromHistoryEntity),
  eraseCommittee: (committee, isMeant) => eraseCommitteeRows(tables, committee, isMeant),
  async readTrial(ref) {
    const row = await tables.get(addresses.trial(ref));
    return row && fromTrialEntity(row);
  },
  saveTrial: (ref, trial) => tables.upsert(toTrialEntity(ref, trial)),
  eraseTrial: (ref) => tables.remove(addresses.trial(ref)),
});
