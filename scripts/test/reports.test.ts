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
const stray = { failures: ['outside its tests: see its output above'] }
const playwright = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }

test('tests are counted', () => {
  expect(tallyVitest(report(vitest), 0)).toMatchObject({ passed: 3, failed: 0, skipped: 1, failedFiles: [] })
  expect(tallyPlaywright(report({ stats: playwright }), 1)).toMatchObject({
    passed: 4,
    failed: 1,
    skipped: 2,
  })
})

test('a file that breaks before its first test is a failure, with its reason', () => {
  const broken = { name: 'app/x.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
  expect(tallyVitest(report({ ...vitest, testResults: [broken] }), 1)).toMatchObject({
    passed: 3,
    failed: 1,
    failures: ['app/x.test.ts › before its first test\n    no such module'],
    failedFiles: [{ file: 'app/x.test.ts', passed: 0, skipped: 0 }],
  })
})

test('a test that failed is named with the first lines of its reason, without colours', () => {
  const failed = {
    status: 'failed',
    fullName: 'adds',
    failureMessages: ['\u001b[31mexpected 2\u001b[39m\nbut was 3'],
  }
  const passed = { status: 'passed', fullName: 'counts', failureMessages: [] }
  const left = { status: 'pending', fullName: 'waits' }
  const file = { name: 'app/x.test.ts', status: 'failed', assertionResults: [failed, passed, left] }
  expect(tallyVitest(report({ ...vitest, numFailedTests: 1, testResults: [file] }), 1)).toMatchObject({
    failures: ['app/x.test.ts › adds\n    expected 2\n    but was 3'],
    failedFiles: [{ file: 'app/x.test.ts', passed: 1, skipped: 1 }],
  })
})

test('a journey that failed is named, also one in a group', () => {
  const spec = (title: string, ok: boolean, message: string) => ({
    title,
    ok,
    file: 'tests/e2e/buy.spec.ts',
    tests: [{ results: [{ errors: ok ? [] : [{ message }] }] }],
  })
  const group = { specs: [spec('pays', false, 'no button')] }
  const suites = [{ specs: [spec('looks', true, '')], suites: [group] }]
  expect(tallyPlaywright(report({ stats: playwright, suites }), 1).failures).toEqual([
    'tests/e2e/buy.spec.ts › pays\n    no button',
  ])
})

test('a run that fails outside its tests, or leaves no report, is a failure', () => {
  expect(tallyVitest(report(vitest), 1)).toMatchObject({ passed: 3, failed: 1, ...stray })
  expect(tallyPlaywright(report({ stats: { ...playwright, unexpected: 0 } }), 1)).toMatchObject({
    failed: 1,
    ...stray,
  })
  expect(tallyPlaywright(join(directory, 'missing.json'), 0)).toMatchObject({
    passed: 0,
    failed: 1,
    skipped: 0,
  })
})

test('what breaks after the journeys is named and counted beside those that failed', () => {
  const errors = [{ message: 'a log says something of somebody\nname in: …' }]
  const outside = ['outside every journey\n    a log says something of somebody\n    name in: …']
  expect(tallyPlaywright(report({ stats: playwright, errors }), 1)).toMatchObject({ failed: 2, outside })
  const { unexpected, ...clean } = playwright
  expect(tallyPlaywright(report({ stats: { ...clean, unexpected: 0 }, errors }), 1)).toMatchObject({
    ...{ failed: 1, outside, failures: outside },
  })
  expect(tallyPlaywright(report({ stats: playwright }), 1)).toMatchObject({ failed: unexpected, outside: [] })
})

test('a journey that passes only at the second try has failed', () => {
  const flaky = { ...playwright, unexpected: 0, flaky: 1 }
  expect(tallyPlaywright(report({ stats: flaky }), 0)).toMatchObject({ passed: 4, failed: 1 })
})
