import type { AgentKind } from '~/generated/prisma/enums'
import type { MandateScope } from '~/modules/auth/entrusted'
import { addDays, type Day, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { mostDays } from './terms'

export type Terms = {
  sellerId: string
  agentPersonId: string
  agentKind: AgentKind
  scope: readonly MandateScope[]
  firstDay: Day
  lastDay: Day
  capPercent: number
}

/**
 * The row that these terms make. Refuses days that are over, backwards or more than a year; a cut for anybody but a broker; somebody who would act for
 * herself; and days that meet another mandate of the two. The seller's row is held: two proposals at once come one after the other.
 */
export async function checkTerms(tx: Tx, terms: Terms) {
  const { sellerId, agentPersonId, agentKind, firstDay, lastDay, capPercent } = terms
  const today = dayOf(await appNow(tx))
  if (firstDay < today) throw new Refusal('mandate.dayOver', 422, {}, 'firstDay')
  if (lastDay < firstDay) throw new Refusal('mandate.backwards', 422, {}, 'lastDay')
  if (lastDay >= addDays(firstDay, mostDays)) throw new Refusal('mandate.tooLong', 422, {}, 'lastDay')
  if (agentKind !== 'broker' && capPercent > 0) throw new Refusal('mandate.noCut', 422, {}, 'capPercent')
  await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${sellerId}::uuid FOR UPDATE`
  const days = { validFrom: toDateColumn(firstDay), validTo: toDateColumn(addDays(lastDay, 1)) }
  const own = await tx.sellerPerson.count({
    where: {
      sellerId,
      personId: agentPersonId,
      role: 'owner',
      OR: [{ validTo: null }, { validTo: { gt: days.validFrom } }],
    },
  })
  if (own > 0) throw new Refusal('mandate.herself', 409)
  const met = await tx.mandate.count({
    where: {
      sellerId,
      agentPersonId,
      revokedAt: null,
      validFrom: { lt: days.validTo },
      OR: [{ validTo: null }, { validTo: { gt: days.validFrom } }],
    },
  })
  if (met > 0) throw new Refusal('mandate.stands', 409)
  const scope = [...new Set(terms.scope)]
  const capBps = capPercent * 100
  return { sellerId, agentPersonId, agentKind, scope, capBps, cutBps: capBps, ...days }
}
