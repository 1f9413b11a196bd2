import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project'
import { buildIfStale } from '../start/build'
import { type RecordedPart, recordFile } from '../stripe-contract/read-record'
import { liveSuiteNotRun } from './live-key'
import { tallyPlaywright, tallyVitest } from './reports'
import { check, runTool, type Tally } from './stage'

const reports = join(projectRoot, '.cache/reports')

const biome = '@biomejs/biome/bin/biome'

/** What needs neither database nor browser. */
export const quickStages: Record<string, () => Promise<Tally>> = {
  format: () => check(async () => (await runTool(biome, ['format'])) === 0),
  'lint (biome)': () =>
    check(
      async () => (await runTool(biome, ['check', '--formatter-enabled=false', '--error-on-warnings'])) === 0,
    ),
  'lint (eslint)': () =>
    check(async () => (await runTool('eslint/bin/eslint.js', ['.', '--max-warnings=0'])) === 0),
  types: () => check(async () => (await runTool('typescript/bin/tsc', ['--noEmit', '-p', '.'])) === 0),
  knip: () => check(async () => (await runTool('knip/bin/knip.js', ['--no-progress'])) === 0),
  unit: () => vitest('unit'),
}

export const slowStages: Record<string, () => Promise<Tally>> = {
  integration: () => vitest('integration', { STRIPE_RECORD: freshRecord('integration') }),
  build: () => check(async () => buildIfStale().then(() => true)),
  'kills and failpoints': () => vitest('faults'),
  'random sequences': () => vitest('model'),
  'browser journeys': playwright,
  'payment contract': async () => {
    const tally = await vitest('contract')
    console.log(liveSuiteNotRun)
    return tally
  },
}

/** Two hundred kills instead of ten: `npm run test:kill`. */
export const killStages: Record<string, () => Promise<Tally>> = {
  build: () => check(async () => buildIfStale().then(() => true)),
  'kills and failpoints': () => vitest('faults', { KILLS: '200' }),
}

/** Two thousand sequences of commands instead of fifty: `npm run test:model`. */
export const modelStages: Record<string, () => Promise<Tally>> = {
  'random sequences': () => vitest('model', { MODEL_RUNS: '2000' }),
}

/** Against Stripe’s own test mode. */
export const liveStages: Record<string, () => Promise<Tally>> = {
  'live payments': () => vitest('live', { TEST_LIVE: 'yes', STRIPE_RECORD: freshRecord('live') }),
}

async function vitest(project: string, environment: Record<string, string> = {}): Promise<Tally> {
  const report = freshReport(`${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters], environment)
  return tallyVitest(report, code)
}

async function playwright(): Promise<Tally> {
  const report = freshReport('browser-journeys.json')
  const code = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    STRIPE_RECORD: freshRecord('browser journeys'),
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
