import { ApiError } from '../api/errors.ts';
import { describeFailure } from '../app/failure.ts';
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
