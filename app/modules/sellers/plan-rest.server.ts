import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { addDays, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { RestForm } from './rest-forms'

/** days of one rest at most (also a check of the database), and how far ahead it may begin */
const mostDays = 183
const mostAhead = 365

/**
 * Notes days on which she does not work: from now on promises to buyers count only the others; orders that stand keep their day. The same days again change nothing.
 * Refuses days that are over, too many, too far ahead, or that meet another rest of hers.
 */
export async function planRest({
  actor,
  sellerId,
  kind,
  firstDay,
  lastDay,
}: { actor: Actor } & z.output<typeof RestForm>): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId, scope: 'list' })
    const today = dayOf(await appNow(tx))
    if (lastDay < firstDay) throw new Refusal('studio.restBackwards', 422, {}, 'lastDay')
    if (lastDay < today) throw new Refusal('studio.restOver', 422, {}, 'lastDay')
    if (firstDay > addDays(today, mostAhead)) throw new Refusal('studio.restTooFar', 422, {}, 'firstDay')
    if (lastDay >= addDays(firstDay, mostDays))
      throw new Refusal('studio.restTooLong', 422, { max: mostDays }, 'lastDay')
    await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${sellerId}::uuid FOR UPDATE`
    const days = { fromDay: toDateColumn(firstDay), untilDay: toDateColumn(addDays(lastDay, 1)) }
    const met = await tx.sellerRest.findFirst({
      where: {
        sellerId,
        removedAt: null,
        fromDay: { lt: days.untilDay },
        untilDay: { gt: days.fromDay },
      },
      select: { fromDay: true, untilDay: true },
    })
    const isSame = met && +met.fromDay === +days.fromDay && +met.untilDay === +days.untilDay
    if (isSame) return
    if (met) throw new Refusal('studio.restMeets', 409, {}, 'firstDay')
    const { id } = await tx.sellerRest.create({ data: { sellerId, kind, ...days }, select: { id: true } })
    const subject = { type: 'SellerRest', id } as const
    await recordAct(tx, { actor, sellerId, scope: 'list', kind: 'rest.planned', subject })
    await recordAudit(tx, { actor, onBehalfOfId, action: 'rest.planned', subject })
  })
}
