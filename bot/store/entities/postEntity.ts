import { z } from 'zod';
import type { Post, PostKind, PostOwner, PostState } from '#dialogue/post';
import { toColumns } from '../columns.ts';
import { addresses, decodedKey } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';

const KINDS = {
  question: 'question',
  preparation: 'preparation',
  pointer: 'pointer',
  echo: 'echo',
  digest: 'digest',
  welcome: 'welcome',
  guidance: 'guidance',
  command: 'command',
} as const satisfies { readonly [K in PostKind]: K };

const PLACE = z.object({ root: z.string(), message: z.string() });

const State: z.ZodType<PostState> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('due'), notBefore: z.string().optional(), deferredSince: z.string().optional() }),
  z.object({ status: z.literal('sending'), claim: z.string(), deferredSince: z.string().optional() }),
  z.object({ status: z.literal('sent'), place: PLACE }),
  z.object({ status: z.literal('blocked'), http: z.number() }),
  z.object({ status: z.literal('unknown') }),
  z.object({ status: z.literal('dropped'), uncertain: z.boolean(), by: z.literal('facilitator').optional() }),
  z.object({ status: z.literal('gone') }),
]);

const Fields: z.ZodType<Omit<Post, 'key'>> = z.object({
  kind: z.enum(KINDS),
  state: State,
  round: z.string().optional(),
  person: z.string().optional(),
  about: z.record(z.string(), z.string()).optional(),
  shown: z.string().optional(),
  showing: z.string().optional(),
  trace: z.string().optional(),
  superfluous: z.array(PLACE).optional(),
});

/** A post's key is its row's. */
export function toPostEntity(owner: PostOwner, { key, ...fields }: Post): Entity {
  return { ...addresses.post(owner, key), columns: toColumns(fields) };
}

/** @throws BrokenRow */
export function fromPostEntity(row: Row): Post {
  return { ...parsed(Fields, row), key: decodedKey(row.key) };
}
