import { inScope } from '~/platform/db/in-scope.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/**
 * Destroys proofs that nobody may keep any longer: one that was not confirmed, once its mandate is settled or over; a confirmed one three years after its mandate ended (Civil Code art. 188: so long
 * somebody could still dispute what was done under it). Returns how many.
 */
export function sweepProofs({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'mandate' }, async (tx) => {
    const gone = await tx.$queryRaw<{ keyId: string }[]>`
      UPDATE "MandateProof" SET body = NULL, "goneAt" = app_now() WHERE id IN (
        SELECT p.id FROM "MandateProof" p JOIN "Mandate" m ON m.id = p."mandateId" WHERE p."goneAt" IS NULL AND CASE WHEN p."decidedAt" IS NULL
          THEN m."revokedAt" IS NOT NULL OR m."signedByPrincipalAt" IS NOT NULL OR m."validTo" <= (app_now() AT TIME ZONE 'Asia/Shanghai')::date
          ELSE least(m."revokedAt", m."validTo"::timestamp AT TIME ZONE 'Asia/Shanghai') <= app_now() - interval '3 years' END
        ORDER BY p.id LIMIT ${batch} FOR UPDATE OF p SKIP LOCKED)
      RETURNING "keyId"::text AS "keyId"`
    for (const { keyId } of gone) await destroyDataKey(tx, keyId)
    return gone.length
  })
}
