import { z } from 'zod';
import type { PostRef } from '#dialogue/post';

export const Ref: z.ZodType<PostRef> = z.object({
  table: z.enum(['Meetings', 'Committees']),
  partition: z.string(),
  key: z.string(),
});
