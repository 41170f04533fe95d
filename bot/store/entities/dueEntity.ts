import { z } from 'zod';
import type { Due } from '#usecases/ports';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { Ref } from './postRef.ts';

const Fields: z.ZodType<Due> = z.union([
  z.object({ at: z.string(), post: Ref }),
  z.object({ at: z.string(), passing: Ref }),
  z.object({ at: z.string(), ending: z.string() }),
  z.object({ at: z.string(), erasing: z.string() }),
  z.object({ at: z.string(), expiring: z.string() }),
  z.object({
    at: z.string(),
    readBack: z.object({ meeting: z.string(), round: z.string(), tries: z.number() }),
  }),
  z.object({ at: z.string(), trial: z.object({ committee: z.string(), person: z.string() }) }),
]);

export function toDueEntity(due: Due): Entity {
  return { ...addresses.due(due), columns: toColumns(due) };
}

/** @throws BrokenRow */
export const fromDueEntity = (row: Row): Due => parsed(Fields, row);
