import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'
import { StoredMapping } from './schema'

export const cipherPlace = (importId: string) => ({
  table: 'HouseholdImport',
  column: 'cipher',
  row: importId,
})

/** Whoever works on the register does so for a region; without one there is nothing to import into. */
export function requireRegion(actor: Actor): Actor & { regionId: string } {
  if (actor.regionId === null) throw new Refusal('register.noRegion', 403)
  return { ...actor, regionId: actor.regionId }
}

/** An import of the actor's region by its row; the lock holds for the rest of the transaction. 404 outside her walls. */
export async function lockImport(tx: Tx, importId: string) {
  await tx.$queryRaw`SELECT 1 FROM "HouseholdImport" WHERE id = ${importId}::uuid FOR UPDATE`
  return findImport(tx, importId)
}

export async function findImport(tx: Tx, importId: string) {
  const found = await tx.householdImport.findUnique({
    where: { id: importId },
    select: {
      id: true,
      regionId: true,
      fileName: true,
      keyId: true,
      cipher: true,
      mapping: true,
      state: true,
      householdCount: true,
      memberCount: true,
      completedCount: true,
      createdAt: true,
      takenAt: true,
      undoneAt: true,
      uploadedById: true,
    },
  })
  if (!found) throw notFound()
  const mapping = found.mapping === null ? null : StoredMapping.parse(found.mapping)
  return { ...found, mapping }
}

/** milliseconds that the longest list may need */
export const patience = 120_000

/** The file of a draft; null when it is one no longer. Reading it takes long, and its transaction may do nothing meanwhile for as long. */
export async function openFile(
  tx: Tx,
  { id, keyId, cipher }: { id: string; keyId: string; cipher: Uint8Array | null },
): Promise<Uint8Array | null> {
  if (!cipher) return null
  await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(patience)}, true)`
  return unsealBytes(await openDataKey(tx, keyId), cipher, cipherPlace(id))
}
