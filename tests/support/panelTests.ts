import { configure } from '@testing-library/dom';
import { cleanup } from '@testing-library/react';
import type { DetachedWindowAPI } from 'happy-dom';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

const ADDRESS = location.href;

// On a machine that is busy with other files what takes a second else, as loading a part for the first time, has been seen
// to take more than eight; only what fails waits so long.
//
// A press is not wrapped in React's `act`: what loads in the middle of one, and waits for its words, is put on a list that
// is thrown away where nobody waits for that `act`, and is drawn never. The tests wait for what they look at.
configure({ asyncUtilTimeout: 30_000, eventWrapper: (press): unknown => press() });

let errors: MockInstance<typeof console.error> | undefined;

beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  // A link that was pressed, one to a file too, has led the page there, which the next file would have for its own.
  (window as unknown as { happyDOM: DetachedWindowAPI }).happyDOM.setURL(ADDRESS);
  vi.unstubAllGlobals();
  const calls = (errors?.mock.calls ?? []).filter(([message]) => !isOfTest(message));
  errors?.mockRestore();
  expect(calls, 'unexpected console.error').toEqual([]);
});

/**
 * The library that draws the page for a test does so in an `act` that it does not wait for; where a part of what comes up
 * first loads, React says so, once a process.
 */
const isOfTest = (message: unknown): boolean =>
  typeof message === 'string' && message.startsWith('A component suspended inside an `act` scope');
