import { z } from 'zod';
import type { Trial, TrialRef } from '#dialogue/trial';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';

const Fields: z.ZodType<Trial> = z.object({ text: z.string(), at: z.string() });

export const toTrialEntity = (ref: TrialRef, { text, at }: Trial): Entity => ({
  ...addresses.trial(ref),
  columns: toColumns({ text, at }),
});

/** @throws BrokenRow */
export const fromTrialEntity = (row: Row): Trial => parsed(Fields, row);
