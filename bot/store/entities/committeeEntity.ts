import { z } from 'zod';
import type { Agreed, Setup } from '#dialogue/setup';
import type { Committee } from '#dialogue/team';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { AnyNames, Someone } from './person.ts';

const agreed = {
  chair: Someone.optional(),
  deputy: Someone.optional(),
  leads: Someone.optional(),
  names: AnyNames,
} satisfies Record<keyof Agreed, z.ZodType>;

const Whole: z.ZodType<Setup> = z.object({
  ...agreed,
  name: z.string(),
  level: z.enum(['main', 'area', 'local', 'staff']),
  material: z.string().optional(),
  members: z.array(Someone),
  substitutes: z.array(Someone),
  revision: z.number(),
  proposal: z.object({ ...agreed, by: Someone, at: z.string(), agreed: z.array(z.string()) }).optional(),
  answered: z.array(z.object({ by: z.string(), revision: z.number(), agrees: z.boolean() })).optional(),
});

const Fields: z.ZodType<Committee> = z.object({
  id: z.string(),
  team: z.string(),
  name: z.string(),
  open: z.string().optional(),
  next: z.string().optional(),
  openBefore: z.string().optional(),
  made: z.array(z.object({ command: z.string(), meeting: z.string() })).optional(),
  fixing: z.string().optional(),
  running: z.object({ teamsMeeting: z.string(), since: z.string() }).optional(),
  setup: Whole.optional(),
});

export function toCommitteeEntity(committee: Committee): Entity {
  return { ...addresses.committee(committee.id), columns: toColumns(committee) };
}

/** @throws BrokenRow */
export const fromCommitteeEntity = (row: Row): Committee => parsed(Fields, row);
