import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { lastingProcess } from './tests/setup/lasting-process'

const alias = { '~': fileURLToPath(new URL('./app', import.meta.url)) }

/** A process takes some files one after the other; see `tests/setup/anew.ts`. */
const lasting = { isolate: false, pool: lastingProcess }

/** Speaks to Stripe’s test mode; `npm run test:live` alone asks for it. */
const live = {
  resolve: { alias },
  test: {
    name: 'live',
    include: ['tests/live/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
}

/**
 * Unit tests need nothing but Node; integration tests get a database of their own (`tests/setup/database.ts`).
 * The contract project judges requests to the payment provider, recorded ones too: see `docs/decisions/006`.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [
            'app/**/*.test.{ts,tsx}',
            'scripts/**/*.test.{ts,js}',
            'prisma/**/*.test.ts',
            'tests/load/**/*.test.ts',
          ],
          exclude: ['**/*.server.test.{ts,tsx}', 'app/generated/**'],
          ...lasting,
          setupFiles: ['tests/setup/anew.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: [
            'app/**/*.server.test.{ts,tsx}',
            'tests/integration/**/*.test.{ts,tsx}',
            'tests/routes/**/*.test.{ts,tsx}',
          ],
          exclude: ['app/generated/**'],
          ...lasting,
          globalSetup: ['tests/setup/database-server.ts'],
          setupFiles: ['tests/setup/anew.ts', 'tests/setup/database.ts'],
          // what hangs ends; what is slow on a busy machine does not fail by a clock
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve: { alias },
        test: {
          // The built shop as a process that is killed: one file at a time, after the build.
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/setup/database-server.ts'],
          setupFiles: ['tests/setup/database.ts'],
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          // Random sequences of commands beside a model; they move the shop's clock, so that each file runs them one after another.
          name: 'model',
          include: ['tests/model/**/*.test.ts'],
          globalSetup: ['tests/setup/database-server.ts'],
          setupFiles: ['tests/setup/database.ts'],
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          ...lasting,
          setupFiles: ['tests/setup/anew.ts'],
          fileParallelism: false,
          // Types of the payment provider are derived and compiled at first use.
          testTimeout: 60_000,
        },
      },
      ...(process.env.TEST_LIVE === 'yes' ? [live] : []),
    ],
  },
})
