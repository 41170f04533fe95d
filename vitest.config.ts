import { defineConfig } from 'vitest/config';

const node = (name: string, include: string[], timeout: number) => ({
  test: { name, include, testTimeout: timeout, hookTimeout: timeout, environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [
      node(
        'unit',
        ['bot/**/*.test.ts', 'content/**/*.test.ts', 'infra/**/*.test.ts', 'appPackage/**/*.test.ts'],
        20_000,
      ),
      {
        test: {
          name: 'panel',
          include: ['tabs/**/*.test.ts', 'tabs/**/*.test.tsx'],
          environment: 'happy-dom' as const,
          testTimeout: 20_000,
        },
      },
      node('integration', ['tests/integration/**/*.test.ts'], 60_000),
      node('simulation', ['tests/simulation/**/*.test.ts'], 120_000),
      node('browser', ['tests/browser/**/*.test.ts'], 120_000),
    ],
  },
});
