import { z } from 'zod';
import type { Answer, Life } from '#dialogue/answer';
import { Someone } from './person.ts';

// Objects over the domain's unions: a new member without its line here is a type error.
const LIVES = {
  posted: 'posted',
  edited: 'edited',
  undeleted: 'undeleted',
  textMissing: 'textMissing',
  deleted: 'deleted',
  forgotten: 'forgotten',
} as const satisfies { readonly [L in Life]: L };
const SOURCES = { thread: 'thread', own: 'own', room: 'room' } as const satisfies {
  readonly [S in Answer['source']]: S;
};

/** What answers and held replies have in common. */
export const seenFields = {
  source: z.enum(SOURCES),
  author: Someone.optional(),
  life: z.enum(LIVES),
  text: z.string().optional(),
  at: z.string(),
  postedAt: z.string(),
};
