import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { createDataKey, sealBytes } from '~/platform/secrets/envelope.server'
import { cipherPlace, requireRegion } from './open-draft.server'
import { readSheet } from './read-sheet.server'

/**
 * Keeps a county's list, sealed, to be looked through before anything of it comes into the register. Refuses what is no .xlsx with a row of titles, and what is too long.
 */
export async function uploadImport({
  actor,
  fileName,
  bytes,
}: {
  actor: Actor
  fileName: string
  bytes: Uint8Array
}): Promise<{ importId: string }> {
  const { regionId, userId } = requireRegion(actor)
  await readSheet(bytes)
  return inScope(actor, async (tx) => {
    const key = await createDataKey(tx)
    const importId = crypto.randomUUID()
    await tx.householdImport.create({
      data: {
        id: importId,
        regionId,
        uploadedById: userId,
        fileName: fileName.normalize('NFC').replaceAll('\0', '').slice(-120) || 'list.xlsx',
        keyId: key.keyId,
        cipher: new Uint8Array(sealBytes(key, bytes, cipherPlace(importId))),
      },
      select: { id: true },
    })
    return { importId }
  })
}
