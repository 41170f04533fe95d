import { z } from 'zod';
import type { MeetingId } from '#dialogue/ids';
import type { ReadBack } from '#dialogue/readBack';
import { BrokenRow } from '../brokenRow.ts';
import { toColumns } from '../columns.ts';
import { addresses, readBackOfKey } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';

const STATUSES = { complete: 'complete', notAllowed: 'notAllowed', unavailable: 'unavailable' } as const satisfies {
  readonly [S in ReadBack['status']]: S;
};
const Fields: z.ZodType<Omit<ReadBack, 'round'>> = z.object({ at: z.string(), status: z.enum(STATUSES) });

/** The round stands in the row's key alone. */
export function toReadBackEntity(meeting: MeetingId, { round, ...fields }: ReadBack): Entity {
  return { ...addresses.readBack(meeting, round), columns: toColumns(fields) };
}

/** @throws BrokenRow */
export function fromReadBackEntity(row: Row): ReadBack {
  const round = readBackOfKey(row.key);
  if (round === undefined) throw new BrokenRow(row, ['key']);
  return { round, ...parsed(Fields, row) };
}
