import process from 'node:process'
import { generateClient } from '../generate-client'
import { runCommand } from '../process/stop-with-sentence'
import { stage } from './stage'
import { quickStages, slowStages } from './stages'

/** `npm test`, or with --quick `npm run validate`. The last line counts everything; nothing is left out silently. */
await runCommand(async () => {
  generateClient()
  const stages = process.argv.includes('--quick') ? quickStages : { ...quickStages, ...slowStages }
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const [title, run] of Object.entries(stages)) {
    const tally = await stage(title, run)
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} tests were skipped`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
})
process.exit()
