import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { browserFlags } from './scripts/test/browser-flags'
import { chromiumOnSystem } from './scripts/test/find-chromium'

/** It moves the clock that all share, so it runs alone, after the others. */
const movesTheClock = '**/first-sale.spec.ts'

/**
 * Browser journeys against the built application. `tests/setup/e2e-global.ts` starts everything and says through the
 * environment where it is; Playwright reads this file again in each worker, after that.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/setup/e2e-global.ts',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // a photo's way through a busy machine; what is there at once waits for nothing
  expect: { timeout: 40_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    baseURL: process.env.E2E_ORIGIN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // a quarter of all processor time: on request only
    trace: process.env.TRACE === 'yes' ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: chromiumOnSystem() ?? undefined,
      args: [...browserFlags],
    },
  },
  projects: [
    { name: 'journeys', testIgnore: movesTheClock },
    { name: 'clock', testMatch: movesTheClock, dependencies: ['journeys'] },
  ],
})
