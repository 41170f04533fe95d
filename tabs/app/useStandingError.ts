import { useState } from 'react';

interface Read {
  readonly data: unknown;
  readonly error: Error | null;
}

/**
 * Why nothing could be read. A query forgets that while it tries again by itself; what is read on the page, and what has
 * the focus, stays meanwhile.
 */
export function useStandingError({ data, error }: Read): Error | null {
  const [last, setLast] = useState(error);
  const standing = data === undefined ? (error ?? last) : error;
  if (standing !== last) setLast(standing);
  return standing;
}
