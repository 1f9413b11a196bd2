import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project'
import type { RecordLine } from './exchange'

/** The parts of `npm test` that speak to the sandbox, and the suite that speaks to Stripe; each has a file of its own. */
export type RecordedPart = 'integration' | 'browser journeys' | 'live'

/** Where a part's exchanges are kept until the next run. */
export function recordFile(part: RecordedPart): string {
  return join(projectRoot, '.cache/reports', `payment-exchanges-${part.replace(' ', '-')}.jsonl`)
}

/** All that a part recorded. Refuses (throws) a part that recorded nothing: it must not pass for one without faults. */
export function readRecord(part: RecordedPart): RecordLine[] {
  const file = recordFile(part)
  if (!existsSync(file)) {
    throw new Error(`No payment exchange of the ${part} is recorded: npm test records them.`)
  }
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordLine)
}
