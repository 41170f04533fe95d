import { ApiError } from '../api/errors.ts';

/** Whether the server said no for one of these reasons. */
export const isOf = (error: Error | null, ...codes: readonly ApiError['code'][]): boolean =>
  error instanceof ApiError && codes.includes(error.code);
