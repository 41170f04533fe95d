import { z } from 'zod';
import type { Held } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { seenFields } from './seen.ts';

const Fields: z.ZodType<Held> = z.object({
  root: z.string(),
  reply: z.object({ key: z.string(), ...seenFields }),
  heldAt: z.string(),
});

export function toHeldEntity(committee: CommitteeId, held: Held): Entity {
  return { ...addresses.held(committee, held.root, held.reply.key), columns: toColumns(held) };
}

/** @throws BrokenRow */
export const fromHeldEntity = (row: Row): Held => parsed(Fields, row);
