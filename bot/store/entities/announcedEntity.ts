import { z } from 'zod';
import type { Announced } from '#dialogue/held';
import type { CommitteeId } from '#dialogue/ids';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { Ref } from './postRef.ts';

const Fields: z.ZodType<Announced> = z.object({ post: Ref, first: z.string(), last: z.string() });

export function toAnnouncedEntity(committee: CommitteeId, announced: Announced): Entity {
  return { ...addresses.announced(committee, announced.post), columns: toColumns(announced) };
}

/** @throws BrokenRow */
export const fromAnnouncedEntity = (row: Row): Announced => parsed(Fields, row);
