import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Which of the recordings of a piece: one by its id, the one that is not approved yet, or all. */
export type WhichVoice = { voiceId: string } | 'waiting' | 'all'

/** Destroys what was said about a piece: the bytes, and their key, without which no copy of them opens. Whether there was something. */
export async function dropVoice(tx: Tx, productId: string, which: WhichVoice): Promise<boolean> {
  const voiceId = typeof which === 'object' ? which.voiceId : null
  const gone = await tx.$queryRaw<{ keyId: string }[]>`
    DELETE FROM "VoiceNote" WHERE "productId" = ${productId}::uuid AND (${voiceId}::uuid IS NULL OR id = ${voiceId}::uuid)
      AND (${which !== 'waiting'} OR "approvedAt" IS NULL) RETURNING "keyId"::text AS "keyId"`
  for (const { keyId } of gone) await destroyDataKey(tx, keyId)
  return gone.length > 0
}
