import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Tally } from './stage'

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** Counts a run of vitest; a file that broke before its first test is one failure. */
export function tallyVitest(file: string, exitCode: number): Tally {
  const report = read(file, VitestReport)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return countFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

export function tallyPlaywright(file: string, exitCode: number): Tally {
  const report = read(file, PlaywrightReport)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return countFailure(exitCode, { passed: expected, failed: unexpected + flaky, skipped })
}

/** What fails outside every test (a set-up, an unhandled rejection) must not be lost. */
function countFailure(exitCode: number, tally: Tally): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function read<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> | null {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}
