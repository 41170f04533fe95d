import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y';

const test = ['tests/**', '**/*.test.ts', '**/*.test.tsx'];

export default tseslint.config(
  { ignores: ['dist/', '.local/', '.local-playground/', 'content/compiled/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['tabs/**/*.tsx', 'tabs/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
  },
  {
    // React's own show what has loaded 300 ms later than it could stand there.
    files: ['tabs/**/*.tsx', 'tabs/**/*.ts'],
    ignores: ['tabs/app/later.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'react',
          importNames: ['lazy', 'Suspense'],
          message: 'tabs/app/later.tsx has `later` and `WhenLoaded`.',
        },
      ],
    },
  },
  {
    // A describe() is a table of contents, not a function that somebody has to hold in mind.
    files: test,
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // These talk to a terminal.
    files: ['infra/local/**', 'infra/tools/**', 'tests/bench/**', 'tests/cost/**', 'tests/run.ts'],
    rules: { 'no-console': 'off' },
  },
);
