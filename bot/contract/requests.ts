import * as z from 'zod/mini';
import { ANSWER_LIMIT, isBlank } from '#dialogue/answer';
import { committeeOf } from '#dialogue/ids';

/** Longest question of a committee's own, in characters. */
export const QUESTION_LIMIT = 1_000;

const command = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/));
/** Words of which something is seen. */
const wording = (limit: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(limit),
    z.refine((text) => !isBlank(text), 'nothing of it is seen'),
  );
const title = wording(120);
/** A revision in a query, where everything is text. */
const seen = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));

/** What the committee adds to a question. The rules say how much (`MinutesOutOfRange`, `AngleTooLong`). */
const added = { minutes: z.optional(z.int()), angle: z.optional(z.string().check(z.maxLength(2_000))) };

/** A question of the material by its id (`theme/number`), whole or one sentence of it, or one of the committee's own. */
export const Chosen = z.union([
  z.strictObject({
    question: z.string().check(z.regex(/^\d{1,3}\/\d{1,3}$/)),
    sentence: z.optional(z.int().check(z.nonnegative())),
    ...added,
  }),
  z.strictObject({
    ...added,
    id: z.string().check(z.regex(/^own\/[A-Za-z0-9-]{8,64}$/)),
    own: wording(QUESTION_LIMIT),
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

/** Begins to prepare the next item. */
export const PlanItem = z.strictObject({ command, title, material, plan });

/** `base`, `baseTitle`: the plan and its title as they stood when whoever changed it began. What others changed meanwhile is kept. */
export const ChangePlan = z.strictObject({
  command,
  title: z.optional(title),
  baseTitle: z.optional(z.string().check(z.maxLength(200))),
  material,
  base: z.array(Chosen).check(z.maxLength(200)),
  plan,
});

/** Opens the item that was prepared. */
export const OpenPlanned = z.strictObject({ command, teamsMeeting: OpenMeeting.shape.teamsMeeting });

/** Half a surrogate pair is in nobody's id, and cannot be asked for. */
const person = z.string().check(
  z.minLength(1),
  z.maxLength(100),
  z.refine((id) => id.isWellFormed(), 'not well-formed'),
);

export const HandOver = z.strictObject({ command, to: person });

/** Without a person: nobody is *referent* any more. */
export const AppointScribe = z.strictObject({ command, scribe: z.optional(person) });

export const ShowOnScreen = z.strictObject({ command, screen: z.enum(['question', 'answers']) });

export const PutQuestion = z.strictObject({ command, question: z.string().check(z.minLength(1), z.maxLength(80)) });

export const SkipQuestion = z.strictObject({ command, question: PutQuestion.shape.question, skipped: z.boolean() });

/** Closing a round, ending an item, deleting all that is one's own: the address says what. */
export const JustCommand = z.strictObject({ command });

export const WriteAnswer = z.strictObject({
  command,
  text: z.string().check(z.maxLength(ANSWER_LIMIT)),
  /** Revision of the person's answer that they saw when they wrote this; 0 where there was none. */
  over: z.int().check(z.nonnegative()),
  /** *På vegne af*: the wording of the side that the person chairs. */
  onBehalf: z.optional(z.boolean()),
});

/** In the query. `over`: revision of what they saw; without it one's own answer goes, whatever it says. */
export const DeleteAnswer = z.strictObject({ command, over: z.optional(seen) });

/** In the query. */
export const DeleteRoomAnswer = z.strictObject({ command, over: seen });

/** What somebody writes to try the app. */
export const WriteTrial = z.strictObject({ text: WriteAnswer.shape.text });

/**
 * What somebody said in the room; `said`: the person on the team's roster, where a name is to stand there (none is kept
 * where names are hidden); `on`: that it was handed in on paper.
 */
export const WriteRoomAnswer = z.strictObject({
  command,
  text: WriteAnswer.shape.text,
  over: WriteAnswer.shape.over,
  said: z.optional(person),
  on: z.optional(z.literal('paper')),
});

const people = z.array(person).check(z.maxLength(5_000));

/** What a committee is. `revision`: of the setup that whoever changes it saw, 0 for none. */
export const ChangeSetup = z.strictObject({
  revision: z.int().check(z.nonnegative()),
  name: title,
  level: z.enum(['main', 'area', 'local', 'staff']),
  material: z.optional(material),
  chair: z.optional(person),
  deputy: z.optional(person),
  leads: z.optional(person),
  names: z.enum(['shown', 'hidden']),
  members: people,
  substitutes: people,
});

/** A chair's yes or no to a change of what both decide. `revision`: of the setup in which they saw it. */
export const AnswerProposal = z.strictObject({ revision: z.int().check(z.positive()), agrees: z.boolean() });

/** In the query. `after`: the last item of the reading before. */
export const ReadMine = z.strictObject({
  after: z.optional(z.string().check(z.refine((id) => committeeOf(id) !== undefined, 'names no item'))),
});

/** In the query: people of the team whose name holds this. */
export const FindPeople = z.strictObject({ search: z.optional(z.string().check(z.maxLength(100))) });

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
export type WriteTrial = z.infer<typeof WriteTrial>;
export type WriteAnswer = z.infer<typeof WriteAnswer>;
export type SettlePost = z.infer<typeof SettlePost>;
export type ReadMinutes = z.infer<typeof ReadMinutes>;
export type PlanItem = z.infer<typeof PlanItem>;
export type OpenPlanned = z.infer<typeof OpenPlanned>;
export type HandOver = z.infer<typeof HandOver>;
export type AppointScribe = z.infer<typeof AppointScribe>;
export type ShowOnScreen = z.infer<typeof ShowOnScreen>;
export type WriteRoomAnswer = z.infer<typeof WriteRoomAnswer>;
export type ChangeSetup = z.infer<typeof ChangeSetup>;
export type AnswerProposal = z.infer<typeof AnswerProposal>;
export type FindPeople = z.infer<typeof FindPeople>;
