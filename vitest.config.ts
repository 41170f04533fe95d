import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const node = (name: string, include: string[], timeout: number) => ({
  test: { name, include, testTimeout: timeout, hookTimeout: timeout, environment: 'node' as const },
});

/** Files whose tests share nothing but modules, which are then loaded once for all of them and not once for each. */
const light = (name: string, include: string[], timeout: number) => ({
  test: { ...node(name, include, timeout).test, isolate: false, setupFiles: ['tests/support/afterFile.ts'] },
});

export default defineConfig({
  test: {
    // One more than there are processors: most files wait for a while, for a poll or for Teams to let the bot post.
    maxWorkers: availableParallelism() + 1,
    projects: [
      light(
        'unit',
        ['bot/**/*.test.ts', 'content/**/*.test.ts', 'infra/**/*.test.ts', 'appPackage/**/*.test.ts'],
        60_000,
      ),
      {
        test: {
          ...light('panel', ['tabs/**/*.test.ts', 'tabs/**/*.test.tsx'], 60_000).test,
          environment: 'happy-dom' as const,
          setupFiles: ['tests/support/afterFile.ts', 'tests/support/panelTests.ts'],
        },
      },
      node('integration', ['tests/integration/**/*.test.ts'], 60_000),
      light('simulation', ['tests/simulation/**/*.test.ts'], 300_000),
      node('browser', ['tests/browser/**/*.test.ts'], 120_000),
    ],
  },
});
