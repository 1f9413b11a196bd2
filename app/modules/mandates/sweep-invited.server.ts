import { lockPhone } from '~/modules/people/lock-phone.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** A person of whom nothing is known but a number that nobody has ever signed in with. */
const isNumberAlone = Prisma.sql`p.name IS NULL AND p."regionId" IS NULL AND p."importId" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id)`

/** Forgets numbers that makers asked for help (askAgent), or a desk named to take a shop over (proposeHandover), and nobody has ever signed in with, once no mandate and no handover waits for them. Returns how many. Looks only at numbers that are still there. */
export function sweepInvited({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const left = await tx.$queryRaw<{ id: string; blindIndex: Uint8Array }[]>`
      SELECT p.id::text AS id, s."blindIndex" FROM "PersonSecret" s JOIN "Person" p ON p.id = s."personId"
      WHERE s.field = 'phone' AND ${isNumberAlone} ORDER BY p.id`
    const over = new Set(await findOver(tx, left))
    const due = left.filter(({ id }) => over.has(id)).slice(0, batch)
    let forgotten = 0
    for (const one of due) if (await forget(tx, one)) forgotten += 1
    return forgotten
  })
}

/** Those of them whom somebody asked, and whom nobody waits for any more. */
function findOver(tx: Tx, people: readonly { id: string }[]): Promise<string[]> {
  const ids = people.map(({ id }) => id)
  return withinScope(tx, { job: 'mandate' }, async () => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      WITH asked AS (
        SELECT m."agentPersonId" AS id, m."signedByAgentAt" IS NULL AND (m."revokedAt" IS NOT NULL OR m."validTo" <= (app_now() AT TIME ZONE 'Asia/Shanghai')::date) AS over
        FROM "Mandate" m WHERE m."agentPersonId" = ANY(${ids}::uuid[])
        UNION ALL SELECT h."toPersonId", h."endedAt" IS NOT NULL FROM "ShopHandover" h WHERE h."toPersonId" = ANY(${ids}::uuid[]))
      SELECT id::text AS id FROM asked GROUP BY id HAVING bool_and(coalesce(over, false))`
    return rows.map(({ id }) => id)
  })
}

/** Whether her number was still all that is known of her and nobody waited for it; whoever signs in with it, or asks it anew, at that moment comes before or after. */
async function forget(tx: Tx, { id, blindIndex }: { id: string; blindIndex: Uint8Array }): Promise<boolean> {
  await lockPhone(tx, blindIndex)
  if ((await findOver(tx, [{ id }])).length === 0) return false
  const gone = await tx.$queryRaw<{ keyId: string }[]>`
    DELETE FROM "PersonSecret" s USING "Person" p WHERE p.id = ${id}::uuid AND s."personId" = p.id AND ${isNumberAlone}
    RETURNING s."keyId"::text AS "keyId"`
  for (const { keyId } of gone) await destroyDataKey(tx, keyId)
  return gone.length > 0
}
