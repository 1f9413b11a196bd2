import type { ReconciliationSource } from '~/generated/prisma/enums'
import { bookOwnMovements } from './book-own-movements.server'
import { compareSide } from './compare-side.server'
import { readMovements } from './read-movements.server'

/**
 * Lays our books beside the provider's (`provider`) or the bank's (`bank`). Reads the provider's movements first, outside any transaction; when it cannot be
 * reached nothing is compared and the error is the caller's.
 */
export async function runReconciliation({ source }: { source: ReconciliationSource }): Promise<void> {
  const until = new Date()
  if (source === 'provider') {
    await readMovements({ until })
    await bookOwnMovements()
  }
  await compareSide({ source, until })
}
