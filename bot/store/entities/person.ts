import { z } from 'zod';
import type { Person } from '#dialogue/meeting';

export const Someone: z.ZodType<Person> = z.object({ person: z.string(), name: z.string() });

export const AnyNames = z.enum(['shown', 'hidden']);
