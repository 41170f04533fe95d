import { z } from 'zod';
import type { Meeting, PlannedQuestion, Round, SentAhead } from '#dialogue/meeting';
import { MODES, type Mode } from '#dialogue/modes';
import { DEFAULT_MINUTES } from '#dialogue/plan';
import { toColumns } from '../columns.ts';
import { addresses } from '../keys.ts';
import type { Entity, Row } from '../tables.ts';
import { parsed } from './parsed.ts';
import { AnyNames, Someone } from './person.ts';

const AnyMode = z.enum(Object.keys(MODES) as [Mode, ...Mode[]]);

const Planned: z.ZodType<PlannedQuestion> = z.object({
  id: z.string(),
  text: z.string(),
  points: z.array(z.string()),
  theme: z.number().optional(),
  mode: AnyMode,
  skipped: z.boolean(),
  // What rows that are older than the field mean.
  minutes: z.number().default(DEFAULT_MINUTES),
  angle: z.string().optional(),
  sentence: z.number().optional(),
});

const roundFields = {
  id: z.string(),
  question: z.string(),
  mode: AnyMode,
  putAt: z.string(),
  putBy: z.string(),
  putById: z.string().optional(),
  endsAt: z.string().optional(),
};

const AnyRound: z.ZodType<Round> = z.discriminatedUnion('status', [
  z.object({ ...roundFields, status: z.literal('open') }),
  z.object({ ...roundFields, status: z.literal('closed'), closedAt: z.string() }),
]);

const Ahead: z.ZodType<SentAhead> = z.object({
  round: z.string(),
  question: z.string(),
  at: z.string(),
  sentAgainAt: z.string().optional(),
  givenUpAt: z.string().optional(),
});

const fields = {
  id: z.string(),
  committee: z.string(),
  team: z.string(),
  title: z.string(),
  language: z.enum(['da', 'en']),
  lead: Someone,
  scribe: Someone.optional(),
  names: AnyNames.default('shown'),
  screen: z.enum(['question', 'answers']).default('question'),
  teamsMeeting: z.string().optional(),
  beside: z.string().optional(),
  themes: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      direction: z.array(z.string()),
      language: z.string().optional(),
    }),
  ),
  plan: z.array(Planned),
  rounds: z.array(AnyRound),
  ahead: z.array(Ahead).default([]),
  openedAt: z.string(),
  commandAt: z.string(),
  commands: z.array(z.string()),
};

const Head: z.ZodType<Meeting> = z.discriminatedUnion('status', [
  z.object({ ...fields, status: z.literal('planned') }),
  z.object({ ...fields, status: z.literal('open') }),
  z.object({
    ...fields,
    status: z.literal('ended'),
    endedAt: z.string(),
    endedBy: z.enum(['facilitator', 'teams', 'time', 'discarded']),
  }),
]);

export function toMeetingEntity(meeting: Meeting): Entity {
  return { ...addresses.meeting(meeting.id), columns: toColumns(meeting) };
}

/** @throws BrokenRow */
export const fromMeetingEntity = (row: Row): Meeting => parsed(Head, row);
