import { join } from 'node:path'
import { waitUntil } from '../process/identity.mjs'
import { findHolder, type Lock, takeLock } from '../process/lock.mjs'
import type { StartSettings } from './settings'

/** A lock that an instance on a database of its own does not need: several may serve the same one. */
const none: Lock = { note: () => undefined, release: () => undefined }

/**
 * The embedded database serves one instance. The second to start says what is running and gets null; one that finds
 * the first stopping waits for it.
 */
export async function takeInstance(settings: StartSettings): Promise<Lock | null> {
  if (settings.external) return none
  const file = join(settings.dataRoot, 'start.lock')
  const answer = takeLock(file)
  if (answer.taken) {
    answer.lock.note({ state: 'starting' })
    return answer.lock
  }
  const { process: other, notes } = answer.holder
  if (notes.state === 'stopping' && (await waitUntil(() => findHolder(file) === null, 60_000))) {
    return takeInstance(settings)
  }
  const doing = notes.origin ? `already runs at ${notes.origin}/` : 'is already starting'
  console.error(
    `\n陇原巧手 ${doing} (process ${other.pid}). Stop it with Ctrl-C there, or with: kill ${other.pid}`,
  )
  return null
}
