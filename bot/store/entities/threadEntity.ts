import { z } from 'zod';
import type { Thread } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { Ref } from './postRef.ts';

const Fields: z.ZodType<Thread> = z.object({
  root: z.string(),
  kind: z.enum(['question', 'preparation', 'other']),
  post: Ref,
});

export function toThreadEntity(committee: CommitteeId, thread: Thread): Entity {
  return { ...addresses.thread(committee, thread.root), columns: toColumns(thread) };
}

/** @throws BrokenRow */
export const fromThreadEntity = (row: Row): Thread => parsed(Fields, row);
