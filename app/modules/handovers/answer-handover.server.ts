import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { checkCode } from '~/modules/auth/check-code.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { dropProofs } from '~/modules/mandates/drop-proofs.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type Asked = { actor: Actor; handoverId: string }

/** Sends a code to her own phone, good for this handover alone. Answers it for the screen in a demo, else null. */
export async function requestHandoverCode({
  actor,
  handoverId,
  address,
}: Asked & { address: string }): Promise<{ shownCode: string | null }> {
  const phone = await inScope({ person: actor.personId }, async (tx) => {
    await lockHandover(tx, { actor, handoverId })
    return readPhone(tx, actor)
  })
  return requestCode({ purpose: 'shop_handover', handoverId, phone, address })
}

/**
 * One of the two agrees, with the code of her own phone; with the second word the shop is the other's in the same moment (trigger). Agreeing again changes nothing. Answers whether it is done. Refuses a wrong code, one that
 * is over, and the last word while a payout of the shop is on its way.
 */
export async function agreeHandover({
  actor,
  handoverId,
  code,
}: Asked & { code: string }): Promise<'agreed' | 'handed'> {
  const { personId } = actor
  const phone = await inScope({ person: personId }, async (tx) => {
    const { isHersAgreed } = await lockHandover(tx, { actor, handoverId })
    return isHersAgreed ? null : readPhone(tx, actor)
  })
  if (phone === null) return 'agreed'
  await checkCode({ purpose: 'shop_handover', handoverId, phone, code })
  return inScope({ person: personId }, async (tx) => {
    const row = await lockHandover(tx, { actor, handoverId })
    if (row.isHersAgreed) return 'agreed'
    if (row.isOthersAgreed) await refusePaidOut(tx, row.sellerId)
    const now = await appNow(tx)
    const { doneAt } = await tx.shopHandover.update({
      where: { id: handoverId },
      data: row.side === 'from' ? { fromAgreedAt: now } : { toAgreedAt: now },
      select: { doneAt: true },
    })
    const subject = { type: 'Seller', id: row.sellerId }
    await recordAudit(tx, {
      actor,
      action: doneAt ? 'handover.done' : 'handover.agreed',
      subject,
      detail: { handoverId },
    })
    if (!doneAt) return 'agreed'
    await withinScope(tx, { job: 'mandate' }, async () => {
      const over = await tx.mandate.findMany({
        where: {
          sellerId: row.sellerId,
          revokedAt: { not: null },
          proofs: { some: { body: { not: null } } },
        },
        select: { id: true },
      })
      for (const { id } of over) await dropProofs(tx, { mandateId: id })
    })
    return 'handed'
  })
}

/** One of the two, or the desk over the shop, gives it up before it is done. Giving up what is over changes nothing. */
export function endHandover({ actor, handoverId, by }: Asked & { by: 'desk' | 'herself' }): Promise<void> {
  return inScope(by === 'desk' ? actor : { person: actor.personId }, async (tx) => {
    const row = await tx.shopHandover.findUnique({
      where: { id: handoverId },
      select: { sellerId: true, endedAt: true, doneAt: true },
    })
    if (!row) throw notFound()
    if (row.doneAt) throw new Refusal('handover.over', 409)
    const { count } = await tx.shopHandover.updateMany({
      where: { id: handoverId, doneAt: null, endedAt: null },
      data: { endedAt: await appNow(tx) },
    })
    if (count === 0) return
    const subject = { type: 'Seller', id: row.sellerId }
    await recordAudit(tx, { actor, action: 'handover.ended', subject, detail: { handoverId } })
  })
}

/** A handover of hers that waits, its shop and then its row locked, as every other way to a shop does; anybody else's is not found. */
async function lockHandover(tx: Tx, { actor, handoverId }: Asked) {
  const [row] = await tx.$queryRaw<
    {
      sellerId: string
      side: 'from' | 'to'
      fromAgreedAt: Date | null
      toAgreedAt: Date | null
      isOver: boolean
    }[]
  >`
    WITH shop AS MATERIALIZED (SELECT s.id FROM "Seller" s WHERE s.id = (SELECT "sellerId" FROM "ShopHandover" WHERE id = ${handoverId}::uuid) FOR UPDATE)
    SELECT h."sellerId"::text, CASE WHEN h."fromPersonId" = ${actor.personId}::uuid THEN 'from' ELSE 'to' END AS side, h."fromAgreedAt", h."toAgreedAt",
      num_nonnulls(h."doneAt", h."endedAt") > 0 AS "isOver"
    FROM "ShopHandover" h JOIN shop ON shop.id = h."sellerId"
    WHERE h.id = ${handoverId}::uuid AND ${actor.personId}::uuid IN (h."fromPersonId", h."toPersonId") FOR UPDATE OF h`
  if (!row) throw notFound()
  const isFrom = row.side === 'from'
  const hers = isFrom ? row.fromAgreedAt : row.toAgreedAt
  const others = isFrom ? row.toAgreedAt : row.fromAgreedAt
  if (row.isOver && hers === null) throw new Refusal('handover.over', 409)
  return { ...row, isHersAgreed: hers !== null, isOthersAgreed: others !== null }
}

async function readPhone(tx: Tx, { personId }: Actor): Promise<string> {
  const phone = await readSecret(tx, { personId, field: 'phone' })
  if (phone === null) throw new Refusal('handover.noPhone', 409)
  return phone
}

/** Said before the database refuses it. */
async function refusePaidOut(tx: Tx, sellerId: string): Promise<void> {
  const onTheWay = await withinScope(tx, { job: 'payout' }, () =>
    tx.payoutLine.count({ where: { party: { sellerId }, state: { in: ['prepared', 'in_transit'] } } }),
  )
  if (onTheWay > 0) throw new Refusal('handover.paidOut', 409)
}
