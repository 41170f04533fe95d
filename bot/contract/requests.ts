import * as z from 'zod/mini';
import { ANSWER_LIMIT } from '#dialogue/answer';

/** Longest question of a committee's own, in characters. */
export const QUESTION_LIMIT = 1_000;

const command = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/));
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** A question of the material by its id (`theme/number`), or one of the committee's own. */
export const Chosen = z.union([
  z.strictObject({ question: z.string().check(z.regex(/^\d{1,3}\/\d{1,3}$/)) }),
  z.strictObject({
    id: z.string().check(z.regex(/^own\/[A-Za-z0-9-]{8,64}$/)),
    own: z.string().check(z.trim(), z.minLength(1), z.maxLength(QUESTION_LIMIT)),
  }),
]);

const material = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));
const plan = z.array(Chosen).check(z.minLength(1), z.maxLength(200));

export const OpenMeeting = z.strictObject({
  command,
  title,
  material,
  plan,
  /** `meeting.id` of teams-js where the panel runs in a Teams meeting. */
  teamsMeeting: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
});

export const ChangePlan = z.strictObject({ command, revision: z.int(), material, plan });

export const PutQuestion = z.strictObject({ command, question: z.string().check(z.minLength(1), z.maxLength(80)) });

export const SkipQuestion = z.strictObject({ command, question: PutQuestion.shape.question, skipped: z.boolean() });

/** Closing a round, ending an item, deleting one's own answer: the address says what. */
export const JustCommand = z.strictObject({ command });

export const WriteAnswer = z.strictObject({
  command,
  text: z.string().check(z.maxLength(ANSWER_LIMIT)),
  /** Revision of the person's answer that they saw when they wrote this; 0 where there was none. */
  over: z.int().check(z.nonnegative()),
});

/** What a facilitator saw of a post that nobody knows about. */
export const SettlePost = z.discriminatedUnion('saw', [
  z.strictObject({ saw: z.literal('there'), link: z.string().check(z.minLength(1), z.maxLength(2_000)) }),
  z.strictObject({ saw: z.literal('notThere') }),
  z.strictObject({ saw: z.literal('givenUp') }),
]);

/** In the query. `docx`: a Word document, else `MinutesView`. */
export const ReadMinutes = z.strictObject({ form: z.optional(z.enum(['text', 'docx'])) });

export type Chosen = z.infer<typeof Chosen>;
export type OpenMeeting = z.infer<typeof OpenMeeting>;
export type ChangePlan = z.infer<typeof ChangePlan>;
export type PutQuestion = z.infer<typeof PutQuestion>;
export type SkipQuestion = z.infer<typeof SkipQuestion>;
export type JustCommand = z.infer<typeof JustCommand>;
export type WriteAnswer = z.infer<typeof WriteAnswer>;
export type SettlePost = z.infer<typeof SettlePost>;
export type ReadMinutes = z.infer<typeof ReadMinutes>;
