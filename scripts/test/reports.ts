import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { projectRoot } from '../project'
import type { Tally } from './stage'

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().default('') })) })),
    }),
  ),
})

/** A file, or a group of tests in one. */
const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec),
  get suites() {
    return z.array(PlaywrightSuite).optional()
  },
})

const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite).default([]),
  /** what broke outside every test */
  errors: z.array(z.object({ message: z.string().default('') })).default([]),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** A run of vitest: its tally, and the files in which something failed with how many of their tests passed. */
export interface VitestRun extends Tally {
  failedFiles: readonly { file: string; passed: number; skipped: number }[]
}

/** Counts a run of vitest; a file that broke before its first test is one failure. */
export function tallyVitest(file: string, exitCode: number): VitestRun {
  const report = read(file, VitestReport)
  if (!report) return { passed: 0, failed: 1, skipped: 0, failedFiles: [] }
  const failedFiles = report.testResults.filter(({ status }) => status === 'failed')
  const failures = failedFiles.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0) return [named(name, 'before its first test', message)]
    return failed.map((one) => named(name, one.fullName, one.failureMessages?.[0] ?? ''))
  })
  const tally = countFailure(exitCode, {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  })
  return {
    ...tally,
    failedFiles: failedFiles.map(({ name, assertionResults }) => ({
      file: name,
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
      skipped: assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    })),
  }
}

/** A run of journeys: its tally, and what of it failed outside every journey, a set-up or what is read at the end. */
export interface JourneysRun extends Tally {
  outside: readonly string[]
}

/** Counts a run of journeys; one that passed only at a second try has failed, and so has each thing outside them that broke. */
export function tallyPlaywright(file: string, exitCode: number): JourneysRun {
  const report = read(file, PlaywrightReport)
  if (!report) return { passed: 0, failed: 1, skipped: 0, outside: ['no report'] }
  const { expected, unexpected, flaky, skipped } = report.stats
  const inside = specsOf(report.suites)
    .filter((spec) => !spec.ok)
    .map((spec) => named(spec.file, spec.title, spec.tests.flatMap(messages).at(-1) ?? ''))
  const outside = report.errors.map(({ message }) => reasoned('outside every journey', message))
  const failed = unexpected + flaky + outside.length
  const tally = countFailure(exitCode, {
    passed: expected,
    failed,
    skipped,
    failures: [...inside, ...outside],
  })
  return {
    ...tally,
    outside: tally.failed > unexpected + flaky ? (tally.failures ?? []).slice(inside.length) : [],
  }
}

type Suite = z.infer<typeof PlaywrightSuite>
type Spec = z.infer<typeof PlaywrightSpec>

function specsOf(suites: readonly Suite[]): Spec[] {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])])
}

function messages({ results }: Spec['tests'][number]): string[] {
  return results.flatMap(({ errors }) => errors.map(({ message }) => message))
}

const linesOfAReason = 12

/** File, title and the first lines of the reason. */
function named(file: string, title: string, reason: string): string {
  return reasoned(`${relative(projectRoot, resolve(projectRoot, file))} › ${title}`, reason)
}

function reasoned(title: string, reason: string): string {
  const lines = stripVTControlCharacters(reason).split('\n').slice(0, linesOfAReason)
  return [title, ...lines.map((line) => `    ${line}`)].join('\n').trimEnd()
}

/** What fails outside every test (a set-up, an unhandled rejection) must not be lost. */
function countFailure(exitCode: number, tally: Tally): Tally {
  if (exitCode === 0 || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: ['outside its tests: see its output above'] }
}

function read<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> | null {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}
