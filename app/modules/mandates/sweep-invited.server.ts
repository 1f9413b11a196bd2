import { lockPhone } from '~/modules/people/lock-phone.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Forgets numbers that makers asked for help (askAgent) and nobody has ever signed in with, once no mandate waits for them. Returns how many. */
export function sweepInvited({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'mandate' }, async (tx) => {
    const over = await tx.$queryRaw<{ id: string }[]>`
      SELECT m."agentPersonId"::text AS id FROM "Mandate" m
      WHERE NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = m."agentPersonId")
      GROUP BY m."agentPersonId"
      HAVING bool_and(m."signedByAgentAt" IS NULL AND (m."revokedAt" IS NOT NULL OR m."validTo" <= (app_now() AT TIME ZONE 'Asia/Shanghai')::date))`
    let forgotten = 0
    await withinScope(tx, { job: 'sign_in' }, async () => {
      for (const { id } of over) {
        if (forgotten === batch) break
        if (await forget(tx, id)) forgotten += 1
      }
    })
    return forgotten
  })
}

/** Whether there was a number of somebody of whom nothing else is known; whoever signs in with it at that moment comes before or after. */
async function forget(tx: Tx, personId: string): Promise<boolean> {
  const secret = await tx.personSecret.findUnique({
    where: { personId_field: { personId, field: 'phone' } },
    select: { blindIndex: true },
  })
  if (!secret?.blindIndex) return false
  await lockPhone(tx, secret.blindIndex)
  const gone = await tx.$queryRaw<{ keyId: string }[]>`
    DELETE FROM "PersonSecret" s USING "Person" p WHERE p.id = ${personId}::uuid AND s."personId" = p.id
      AND p.name IS NULL AND p."regionId" IS NULL AND p."importId" IS NULL AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id)
    RETURNING s."keyId"::text AS "keyId"`
  for (const { keyId } of gone) await destroyDataKey(tx, keyId)
  return gone.length > 0
}
