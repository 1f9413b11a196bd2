import { recordAudit } from '~/modules/audit/record-audit.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { log } from '~/platform/log.server'
import { lateSince } from './days'
import { lockShopOf } from './lock-shop.server'

/** Ends the handovers that have waited too long for both words; two beats at one moment end each once. One that fails is logged and tried with the next beat. */
export async function endLateHandovers(): Promise<void> {
  const late = { doneAt: null, endedAt: null, proposedAt: { lte: lateSince(await appNow()) } }
  const due = await inScope({ job: 'joining' }, (tx) =>
    tx.shopHandover.findMany({ where: late, select: { id: true, sellerId: true }, take: 50 }),
  )
  for (const { id, sellerId } of due) {
    try {
      await inScope({ job: 'joining' }, async (tx) => {
        await lockShopOf(tx, id)
        const { count } = await tx.shopHandover.updateMany({
          where: { id, ...late },
          data: { endedAt: await appNow(tx) },
        })
        if (count === 0) return
        const subject = { type: 'Seller', id: sellerId }
        const detail = { handoverId: id }
        await recordAudit(tx, { actor: null, action: 'handover.ended', subject, detail })
      })
    } catch (error) {
      log.error('due.failed', error, { job: `handover:${id}` })
    }
  }
}
