import { z } from 'zod';
import type { Team } from '#dialogue/team';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';

const Fields: z.ZodType<Team> = z.object({
  id: z.string(),
  tenant: z.string(),
  group: z.string(),
  serviceUrl: z.string(),
  install: z.enum(['installed', 'removed', 'erasing']),
  toldAt: z.string().optional(),
  removedAt: z.string().optional(),
  name: z.string(),
  language: z.enum(['da', 'en']),
  channels: z.array(z.object({ id: z.string(), name: z.string(), type: z.enum(['standard', 'private', 'shared']) })),
  former: z.array(z.string()).optional(),
});

export function toTeamEntity(team: Team): Entity {
  return { ...addresses.team(team.id), columns: toColumns(team) };
}

/** @throws BrokenRow */
export const fromTeamEntity = (row: Row): Team => parsed(Fields, row);
