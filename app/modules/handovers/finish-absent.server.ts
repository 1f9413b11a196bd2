import { recordAudit } from '~/modules/audit/record-audit.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { dropEndedProofs } from './drop-ended-proofs.server'
import { lockShopOf } from './lock-shop.server'
import { setAside } from './set-aside.server'

type Due = { id: string; sellerId: string; fromPersonId: string; isSeen: boolean }

/**
 * Of handovers without their owner's word: ends those whose owner has used her account since, and does those that the city approved, once her days are over, whoever takes it over has agreed and no payout is on its way. What the shop was owed is
 * set aside for her first. Running twice does each once; one that fails is logged and tried with the next beat.
 */
export async function finishAbsent(): Promise<void> {
  const due = await inScope({ job: 'joining' }, findDue)
  for (const one of due) {
    try {
      await inScope({ job: 'joining' }, (tx) => finishOne(tx, one))
    } catch (error) {
      log.error('due.failed', error, { job: `handover:${one.id}` })
    }
  }
}

function findDue(tx: Tx, only: string | null = null): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    WITH open AS (
      SELECT h.*, a."objectUntil", was_here_since(h."fromPersonId", h."proposedAt") AS seen
      FROM "HandoverAbsence" a JOIN "ShopHandover" h ON h.id = a."handoverId" WHERE num_nonnulls(h."doneAt", h."endedAt") = 0)
    SELECT o.id::text, o."sellerId"::text, o."fromPersonId"::text, o.seen AS "isSeen" FROM open o
    WHERE (o.seen OR (o."objectUntil" <= app_now() AND o."toAgreedAt" IS NOT NULL)) AND (${only}::uuid IS NULL OR o.id = ${only}::uuid)
    ORDER BY o.id LIMIT 50`
}

async function finishOne(tx: Tx, { id, sellerId }: Due): Promise<void> {
  await lockShopOf(tx, id)
  const [still] = await findDue(tx, id)
  if (!still) return
  const subject = { type: 'Seller', id: sellerId }
  if (still.isSeen) {
    await tx.shopHandover.update({ where: { id }, data: { endedAt: await appNow(tx) }, select: { id: true } })
    await recordAudit(tx, { actor: null, action: 'handover.seen', subject, detail: { handoverId: id } })
    return
  }
  const onTheWay = await withinScope(tx, { job: 'payout' }, () =>
    tx.payoutLine.count({ where: { party: { sellerId }, state: { in: ['prepared', 'in_transit'] } } }),
  )
  if (onTheWay > 0) return
  const amountFen = await setAside(tx, { handoverId: id, sellerId, fromPersonId: still.fromPersonId })
  await tx.shopHandover.update({ where: { id }, data: { doneAt: await appNow(tx) }, select: { id: true } })
  await recordAudit(tx, {
    actor: null,
    action: 'handover.done',
    subject,
    detail: { handoverId: id, setAsideFen: String(amountFen) },
  })
  await dropEndedProofs(tx, sellerId)
}
