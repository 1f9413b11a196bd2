import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Destroys the keys of the files that these applications or conversations show and nothing else does; before they are emptied. */
export async function destroyKeysShownOnlyIn(tx: Tx, places: readonly string[]): Promise<void> {
  const keys = await tx.$queryRaw<{ keyId: string }[]>`
    SELECT k::text AS "keyId" FROM keys_shown_only_in(${[...places]}::uuid[]) AS k`
  for (const { keyId } of keys) await destroyDataKey(tx, keyId)
}
