import type { TeamStore } from '#usecases/ports';
import { fromTeamEntity, toTeamEntity } from './entities/teamEntity.ts';
import { addresses } from './keys.ts';
import { readStored } from './rows.ts';
import type { Tables } from './tables.ts';

export const createTeamStore = (tables: Tables): TeamStore => ({
  readTeam: (team) => readStored(tables, addresses.team(team), fromTeamEntity),
  saveTeam: (team) => tables.upsert(toTeamEntity(team)),
});
