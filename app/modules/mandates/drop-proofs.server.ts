import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Destroys what waits to be confirmed for a mandate: the bytes and their key; that there was something stays. */
export async function dropProofs(tx: Tx, { mandateId }: { mandateId: string }): Promise<void> {
  const gone = await tx.$queryRaw<{ keyId: string }[]>`
    UPDATE "MandateProof" SET body = NULL, "goneAt" = app_now() WHERE "mandateId" = ${mandateId}::uuid AND "decidedAt" IS NULL AND "goneAt" IS NULL
    RETURNING "keyId"::text AS "keyId"`
  for (const { keyId } of gone) await destroyDataKey(tx, keyId)
}
