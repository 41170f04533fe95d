import type { Answer } from '../answer.ts';
import type { ChosenQuestion, OpenMeeting } from '../commands.ts';
import { openMeeting } from '../decide.ts';
import { type Instant, instantOf } from '../instant.ts';
import type { Meeting, Person } from '../meeting.ts';

/** When the sample item is opened; the others count in milliseconds from here. */
const START = Date.UTC(2026, 4, 14, 8, 0, 0);

export const at = (milliseconds: number): Instant => instantOf(START + milliseconds);

export const lone: Person = { person: 'person-lone', name: 'Lone Ravn' };
export const anna: Person = { person: 'person-anna', name: 'Anna Holm' };
export const jens: Person = { person: 'person-jens', name: 'Jens Bro' };

export const theme = { number: 3, title: 'En attraktiv arbejdsplads', direction: ['Vi tager godt imod.'] };

export const chosen = (number: number): ChosenQuestion => ({
  id: `3/${number}`,
  text: `Spørgsmål ${number}?`,
  points: [],
  theme: 3,
});

export const opening = (more: Partial<OpenMeeting> = {}): OpenMeeting => ({
  id: 'command-open',
  at: at(0),
  by: lone,
  committee: '19:udvalg/a+b@thread.tacv2',
  team: '19:team@thread.tacv2',
  title: 'Trivsel',
  language: 'da',
  themes: [theme],
  plan: [chosen(1), chosen(2), chosen(3)],
  ...more,
});

export const opened = (more: Partial<OpenMeeting> = {}): Meeting => openMeeting(opening(more));

/** An own answer by Anna in the first round. */
export const answer = (more: Partial<Answer> = {}): Answer => ({
  key: `m${anna.person}`,
  round: 'r001',
  source: 'own',
  author: anna,
  life: 'posted',
  text: 'En fast makker',
  at: at(5_000),
  postedAt: at(5_000),
  revision: 1,
  command: 'command-answer',
  ...more,
});

/** Makes a value unchangeable all the way down, so that a test sees who tries. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
