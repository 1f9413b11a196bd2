import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { stations } from '../../tests/fixtures/stations'
import { projectRoot } from '../project'
import { buildIfStale } from '../start/build'
import { type RecordedPart, recordFile } from '../stripe-contract/read-record'
import { liveSuiteNotRun } from './live-key'
import { type JourneysRun, tallyPlaywright, tallyVitest, type VitestRun } from './reports'
import { check, type Run, runTool, type Tally } from './stage'

const reports = join(projectRoot, '.cache/reports')

const biome = '@biomejs/biome/bin/biome'

/** Stages by their titles, in groups: those of a group run beside each other, the groups one after the other. */
export type Stages = readonly Readonly<Record<string, Run>>[]

const build: Stages[number] = {
  build: () => check(async () => buildIfStale().then(() => true)),
}

/** What the compiler makes it keeps: with little room for what is new, a fifth of its time goes into moving that. */
const roomForTypes = { NODE_OPTIONS: '--max-semi-space-size=64' }

/** What needs neither database nor browser. Of the first group each but the lint of Biome keeps one processor; the longest begin. */
export const quickStages: Stages = [
  {
    'lint (eslint)': (output) =>
      check(async () => (await runTool(output, 'eslint/bin/eslint.js', ['.', '--max-warnings=0'])) === 0),
    types: (output) =>
      check(
        async () =>
          (await runTool(output, 'typescript/bin/tsc', ['--noEmit', '-p', '.'], roomForTypes)) === 0,
      ),
    knip: (output) => check(async () => (await runTool(output, 'knip/bin/knip.js', ['--no-progress'])) === 0),
    'lint (biome)': (output) =>
      check(
        async () =>
          (await runTool(output, biome, ['check', '--formatter-enabled=false', '--error-on-warnings'])) === 0,
      ),
    format: (output) => check(async () => (await runTool(output, biome, ['format'])) === 0),
  },
  { unit: vitest('unit') },
]

/** The contract judges what integration tests and journeys recorded, so it comes after both. What is killed waits more than it works: it goes beside what works. */
const slowStages: Stages = [
  {
    integration: vitest('integration', () => ({ STRIPE_RECORD: freshRecord('integration') })),
    'kills and failpoints': vitest('faults'),
  },
  { 'browser journeys': journeys },
  {
    'random sequences': vitest('model'),
    'payment contract': async (output) => {
      const tally = await vitest('contract')(output)
      output.write(`${liveSuiteNotRun}\n`)
      return tally
    },
  },
]

/** Everything. The build is done beside the longest of the lints. */
export const allStages: Stages = [{ ...build, ...quickStages[0] }, ...quickStages.slice(1), ...slowStages]

/** Two hundred kills instead of ten: `npm run test:kill`. */
export const killStages: Stages = [
  build,
  { 'kills and failpoints': vitest('faults', () => ({ KILLS: '200' })) },
]

/** Two thousand sequences of commands instead of fifty, and the words about a payment in every order: `npm run test:model`. */
export const modelStages: Stages = [
  { 'random sequences': vitest('model', () => ({ MODEL_RUNS: '2000' })) },
  {
    'every order of events': vitest('integration', () => ({ EVERY_ORDER: 'yes' }), [
      'app/modules/payments/event-order.server.test.ts',
    ]),
  },
]

/** Every page asked by every rule in both languages and every look, instead of by turns: `npm run test:looks`. */
export const lookStages: Stages = [
  build,
  {
    'every look of every page': (output) => {
      const files = ['every-page', ...new Set(Object.values(stations))].map((name) => `e2e/${name}.spec.ts`)
      return playwright(output, freshRecord('browser journeys'), ['--project=journeys', ...files], {
        LOOKED_AT: freshReport('looked-at.txt'),
      })
    },
  },
]

/** Against Stripe’s own test mode. */
export const liveStages: Stages = [
  {
    'live payments': vitest('live', () => ({ TEST_LIVE: 'yes', STRIPE_RECORD: freshRecord('live') })),
  },
]

/** So many may fail by chance; more are a fault. */
const mostByChance = 3

/**
 * All tests of a project, or those of the files named; the files of a few that failed are tried once more, alone and on databases made anew, where a fault fails again and what only took too long on a busy machine passes. Both tries
 * are told; what fails outside the tests is not tried again.
 */
function vitest(
  project: string,
  environment: () => Record<string, string> = () => ({}),
  only: string[] = [],
): Run {
  return async (output) => {
    const env = environment()
    const first = await vitestOnce(output, project, env, only)
    const files = first.failedFiles.map(({ file }) => file)
    if (files.length === 0 || first.failed > mostByChance) return first
    output.write(
      `\n${[...(first.failures ?? []), `${first.failed} failed, and their files are tried once more`].join('\n')}\n`,
    )
    const again = await vitestOnce(output, project, env, files)
    const before = (count: 'passed' | 'skipped') =>
      first[count] - sum(first.failedFiles.map((file) => file[count]))
    return { ...again, passed: before('passed') + again.passed, skipped: before('skipped') + again.skipped }
  }
}

async function vitestOnce(
  output: Writable,
  project: string,
  environment: Record<string, string>,
  files: string[],
): Promise<VitestRun> {
  const report = freshReport(`${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--project', project, ...reporters, ...files]
  const code = await runTool(output, 'vitest/vitest.mjs', args, environment)
  return tallyVitest(report, code)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/**
 * All journeys; a few that failed are tried once more on a shop begun anew, as tests of vitest are. What did not run because of them comes then too; what fails outside the journeys is not tried again.
 */
async function journeys(output: Writable): Promise<Tally> {
  const record = freshRecord('browser journeys')
  const first = await playwright(output, record, [])
  const broken = first.failed - first.outside.length
  if (broken === 0 || broken > mostByChance) return first
  output.write(`\n${broken} failed, and are tried once more on a shop begun anew\n`)
  const again = await playwright(output, record, ['--last-failed', '--no-deps', '--workers=1'])
  const isWhole = again.passed + again.failed - again.outside.length === broken + first.skipped
  if (!isWhole) return first
  return {
    ...again,
    passed: first.passed + again.passed,
    failed: again.failed + first.outside.length,
    failures: [...first.outside, ...(again.failures ?? [])],
  }
}

async function playwright(
  output: Writable,
  record: string,
  which: string[],
  environment: Record<string, string> = {},
): Promise<JourneysRun> {
  const report = freshReport('browser-journeys.json')
  const code = await runTool(output, '@playwright/test/cli.js', ['test', '--reporter=list,json', ...which], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    STRIPE_RECORD: record,
    ...environment,
  })
  return tallyPlaywright(report, code)
}

function freshReport(name: string): string {
  return fresh(join(reports, name))
}

/** Where the sandbox records what a part asks of it, for the judgement at the end. */
function freshRecord(part: RecordedPart): string {
  return fresh(recordFile(part))
}

/** The path of a file that no earlier run has left there. */
function fresh(file: string): string {
  mkdirSync(join(file, '..'), { recursive: true })
  rmSync(file, { force: true })
  return file
}
