import { z } from 'zod';
import type { CommitteeId } from '#dialogue/ids';
import type { HistoryEntry, HistoryQuestion } from '#dialogue/team';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';

/** The first rows held a question's id alone. */
const Question: z.ZodType<HistoryQuestion> = z.union([
  z.string().transform((id) => ({ id })),
  z.object({
    id: z.string(),
    text: z.string().optional(),
    angle: z.string().optional(),
    theme: z.object({ number: z.number(), title: z.string(), language: z.string().optional() }).optional(),
  }),
]);

const Fields: z.ZodType<HistoryEntry> = z.object({
  meeting: z.string(),
  title: z.string(),
  openedAt: z.string(),
  endedAt: z.string(),
  questions: z.array(Question),
  others: z.array(Question).optional(),
  discarded: z.literal(true).optional(),
  answers: z.number().optional(),
  digest: z.string().optional(),
  erasedAt: z.string().optional(),
});

export function toHistoryEntity(committee: CommitteeId, entry: HistoryEntry): Entity {
  return { ...addresses.history(committee, entry.openedAt), columns: toColumns(entry) };
}

/** @throws BrokenRow */
export const fromHistoryEntity = (row: Row): HistoryEntry => parsed(Fields, row);
