import tseslint from 'typescript-eslint'
import { importDirection } from './scripts/lint/import-direction.js'
import { noGlobalClientInTransaction } from './scripts/lint/no-global-client-in-transaction.js'
import { noParallelInTransaction } from './scripts/lint/no-parallel-in-transaction.js'
import { noReturnedData } from './scripts/lint/no-returned-data.js'

/**
 * What needs types, and the project's own rules; everything else is Biome's. Each rule of ours stands with its reason
 * in `scripts/lint` and is tested there.
 */
export default tseslint.config(
  { ignores: ['app/generated/', 'build/', 'node_modules/', 'public/', '.data/', '.cache/', 'test-results/'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: {
      '@typescript-eslint': tseslint.plugin,
      own: {
        rules: {
          'import-direction': importDirection,
          'no-global-client-in-transaction': noGlobalClientInTransaction,
          'no-parallel-in-transaction': noParallelInTransaction,
          'no-returned-data': noReturnedData,
        },
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'own/no-global-client-in-transaction': 'error',
      'own/no-parallel-in-transaction': 'error',
      'own/no-returned-data': 'error',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'own/import-direction': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
    },
  },
  {
    files: ['app/{modules,routes,ui}/**/*.{ts,tsx}', 'app/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // Payments go through the gateway: nothing else can send them to another place or under another key.
    files: ['**/*.{ts,tsx}'],
    ignores: ['app/platform/payments-sdk/**', 'scripts/stripe-sandbox/**', '**/*.test.{ts,tsx}', 'tests/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'stripe', message: 'Ask the payment gateway in app/platform/payments-sdk.' }],
          patterns: [
            { group: ['stripe/*'], message: 'Ask the payment gateway in app/platform/payments-sdk.' },
          ],
        },
      ],
    },
  },
  {
    // Express and Node ignore what a listener returns; the front door hands them async ones.
    files: ['server.ts'],
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }] },
  },
)
