import { z } from 'zod';
import type { Committee } from '#dialogue/team';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';

const Fields: z.ZodType<Committee> = z.object({
  id: z.string(),
  team: z.string(),
  name: z.string(),
  open: z.string().optional(),
});

export function toCommitteeEntity(committee: Committee): Entity {
  return { ...addresses.committee(committee.id), columns: toColumns(committee) };
}

/** @throws BrokenRow */
export const fromCommitteeEntity = (row: Row): Committee => parsed(Fields, row);
