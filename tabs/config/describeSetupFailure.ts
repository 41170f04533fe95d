import { ApiError } from '../api/errors.ts';
import { describeFailure } from '../app/failure.ts';
import { type Draft, type List, LISTS, type Person, type Seat, SEATS } from './setupDraft.ts';
import type { SetupKey, SetupText } from './useSetupText.ts';

/** What these mean here; elsewhere they are about something else. */
const HERE: Partial<Record<ApiError['code'], SetupKey>> = {
  PersonNotMember: 'setup.notMember',
  NotChair: 'setup.notChair',
  NotKeeper: 'error.NotKeeper',
};

/** Why the committee's setup was not changed. */
export function describeSetupFailure(error: Error, text: SetupText): string {
  const key = error instanceof ApiError ? HERE[error.code] : undefined;
  return key === undefined ? describeFailure(error, text) : text(key);
}

/** Why the form was not saved, with the name of whoever it is about; `draft`: what was to be saved. */
export function describeNotSaved(error: Error, draft: Draft | undefined, text: SetupText): string {
  const name = personAt(error, draft)?.name;
  const why = name === undefined ? describeSetupFailure(error, text) : text('setup.notMember.named', { name });
  return isRefusal(error) ? `${why} ${text('setup.notSaved')}` : why;
}

/** The server said no; of anything else nobody knows whether it was saved. */
const isRefusal = (error: Error): boolean => error instanceof ApiError && error.status < 500;

/** Whom the server did not find in the team. */
function personAt(error: Error, draft: Draft | undefined): Person | undefined {
  if (!(error instanceof ApiError) || error.code !== 'PersonNotMember') return undefined;
  const place = placeOf(error.field);
  const there = place && draft?.[place.field];
  return there === undefined || 'person' in there ? there : there[place?.index ?? 0];
}

/** A place of the form in a path of the request (`chair`, `members.3`). */
export function placeOf(path = ''): { readonly field: Seat | List; readonly index: number } | undefined {
  const [name, index] = path.split('.');
  const field = [...SEATS, ...LISTS].find((one) => one === name);
  return field && { field, index: Number(index ?? 0) };
}
