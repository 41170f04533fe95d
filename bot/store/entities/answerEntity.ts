import { z } from 'zod';
import type { Answer } from '#dialogue/answer';
import type { MeetingId } from '#dialogue/ids';
import { BrokenRow } from '../brokenRow.ts';
import { toColumns } from '../columns.ts';
import { addresses, answerOfKey } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { Someone } from './person.ts';
import { seenFields } from './seen.ts';

const Fields: z.ZodType<Omit<Answer, 'key' | 'round'>> = z.object({
  ...seenFields,
  revision: z.number(),
  command: z.string().optional(),
  earlier: z.array(z.string()).optional(),
  pressedAt: z.string().optional(),
  side: z.enum(['leadership', 'employees']).optional(),
  writtenBy: Someone.optional(),
  paper: z.literal(true).optional(),
});

/** Round and key stand in the row's key alone. */
export function toAnswerEntity(meeting: MeetingId, { key, round, ...fields }: Answer): Entity {
  return { ...addresses.answer(meeting, round, key), columns: toColumns(fields) };
}

/** @throws BrokenRow */
export function fromAnswerEntity(row: Row): Answer {
  const named = answerOfKey(row.key);
  if (named === undefined) throw new BrokenRow(row, ['key']);
  return { ...parsed(Fields, row), ...named };
}
