import type { TeamStore } from '#usecases/ports';
import { fromTeamEntity, toTeamEntity } from './entities/teamEntity.ts';
import { addresses } from './keys.ts';
import { readStored, writeOver } from './rows.ts';
import type { Tables } from './tables.ts';

export const createTeamStore = (tables: Tables): TeamStore => ({
  readTeam: (team) => readStored(tables, addresses.team(team), fromTeamEntity),
  eraseTeam: (team, over) => tables.remove(addresses.team(team), over),
  saveTeam: (team, over) => writeOver(tables, toTeamEntity(team), over),
});
