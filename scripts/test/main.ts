import process from 'node:process'
import { generateClient } from '../generate-client'
import { runCommand } from '../process/stop-with-sentence'
import { liveSuiteNotRun, liveTestKey } from './live-key'
import { runTogether } from './stage'
import {
  allStages,
  killStages,
  liveStages,
  lookStages,
  modelStages,
  quickStages,
  type Stages,
} from './stages'

function stagesAskedFor(): Stages {
  if (process.argv.includes('--live')) return liveStages
  if (process.argv.includes('--kill')) return killStages
  if (process.argv.includes('--model')) return modelStages
  if (process.argv.includes('--looks')) return lookStages
  return process.argv.includes('--quick') ? quickStages : allStages
}

/**
 * `npm test`, with --quick `npm run validate`, with --live `npm run test:live`, with --kill `npm run test:kill`, with --model `npm run test:model`, with --looks `npm run test:looks`. What failed stands together at the end, under
 * its stage; the last line counts everything; nothing is left out silently.
 */
await runCommand(async () => {
  const isLive = process.argv.includes('--live')
  if (isLive && liveTestKey() === null) return console.log(liveSuiteNotRun)
  await generateClient()
  const total = { passed: 0, failed: 0, skipped: 0 }
  const failures: string[] = []
  for (const group of stagesAskedFor())
    for (const tally of await runTogether(group)) {
      total.passed += tally.passed
      total.failed += tally.failed
      total.skipped += tally.skipped
      failures.push(...(tally.failures ?? []))
    }
  if (total.skipped > 0) console.log(`\n${total.skipped} tests were skipped`)
  if (failures.length > 0) console.log(`\n━━━ what failed\n\n${failures.join('\n\n')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
})

process.exit()
