import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Destroys what was said about a piece: the bytes, and their key, without which no copy of them opens. Whether there was something. */
export async function dropVoice(tx: Tx, productId: string): Promise<boolean> {
  const [gone] = await tx.$queryRaw<{ keyId: string }[]>`
    DELETE FROM "VoiceNote" WHERE "productId" = ${productId}::uuid RETURNING "keyId"::text AS "keyId"`
  if (!gone) return false
  await destroyDataKey(tx, gone.keyId)
  return true
}
