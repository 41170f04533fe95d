import type { TestModule, Vitest } from 'vitest/node';

/** How a run ended, in tests. */
export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

type Count = Record<keyof Results, number>;

/**
 * Counts a run's tests. A file or group that failed outside its tests (it could not load, a hook threw), an error that no
 * test caught, and a run without any test each count as one failed.
 */
export function countResults(vitest: Pick<Vitest, 'state'>): Results {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const module of vitest.state.getTestModules()) countModule(module, count);
  count.failed += vitest.state.getUnhandledErrors().length;
  if (count.passed + count.failed + count.skipped === 0) {
    process.stderr.write('There are no tests to run.\n');
    count.failed = 1;
  }
  return count;
}

function countModule(module: TestModule, count: Count): void {
  if (module.errors().length > 0) count.failed += 1;
  for (const suite of module.children.allSuites()) if (suite.errors().length > 0) count.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    // One that never came to run was lost with its file.
    count[state === 'pending' ? 'failed' : state] += 1;
  }
}
