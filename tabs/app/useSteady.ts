import { useEffect, useState } from 'react';
import { useServices } from './services.ts';

/** Milliseconds in which a press is still meant for what stood there before: a slow double click, or impatience. */
const UNTIL_STEADY = 1_000;

/**
 * Whether what presses do has stood on the screen long enough for them to be meant. `meaning` changes when they would do
 * something else; also what has just come does not count at once, since it may have come where another button was.
 */
export function useSteady(meaning: string): boolean {
  const { after } = useServices();
  const [stands, setStands] = useState({ meaning, isSteady: false });
  // While rendering, so that there is no moment in between; a new object each time, also for what stood there before.
  if (stands.meaning !== meaning) setStands({ meaning, isSteady: false });
  useEffect(
    () => (stands.isSteady ? undefined : after(UNTIL_STEADY, () => setStands({ ...stands, isSteady: true }))),
    [after, stands],
  );
  return stands.isSteady && stands.meaning === meaning;
}
