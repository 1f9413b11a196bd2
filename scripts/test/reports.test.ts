import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tallyPlaywright, tallyVitest } from './reports'

const directory = mkdtempSync(join(tmpdir(), 'reports-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function report(content: object): string {
  const file = join(directory, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] }
const playwright = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }

test('tests are counted', () => {
  expect(tallyVitest(report(vitest), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 })
  expect(tallyPlaywright(report({ stats: playwright }), 1)).toEqual({ passed: 4, failed: 1, skipped: 2 })
})

test('a file that breaks before its first test is a failure', () => {
  const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(tallyVitest(report(broken), 1)).toMatchObject({ passed: 3, failed: 1 })
})

test('a run that fails outside its tests, or leaves no report, is a failure', () => {
  expect(tallyVitest(report(vitest), 1)).toMatchObject({ passed: 3, failed: 1 })
  expect(tallyPlaywright(report({ stats: { ...playwright, unexpected: 0 } }), 1)).toMatchObject({ failed: 1 })
  expect(tallyPlaywright(join(directory, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a journey that passes only at the second try has failed', () => {
  const flaky = { ...playwright, unexpected: 0, flaky: 1 }
  expect(tallyPlaywright(report({ stats: flaky }), 0)).toMatchObject({ passed: 4, failed: 1 })
})
