import { afterAll, vi } from 'vitest';

// Files that share a process leave nothing behind for the next: no spy, no clock, no global of their own.
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
