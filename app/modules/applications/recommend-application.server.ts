import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { type Check, checksOf } from './checks'
import { findOffice, lockApplication } from './lock-application.server'
import { isPersonal } from './steps'

type RecommendInput = { actor: Actor; applicationId: string; checks: readonly Check[] }

/**
 * A county recommends an application to its city, having looked at everything that is asked of the kind. Refuses a desk of the city (403), one that does not wait, her own or her household's, a tick
 * that is missing, and a person whose household nobody has verified.
 */
export function recommendApplication({ actor, applicationId, checks }: RecommendInput): Promise<void> {
  return inScope(actor, async (tx) => {
    if ((await findOffice(tx, actor)) !== 'county') throw new Refusal('joining.countyFirst', 403)
    const row = await lockApplication(tx, { actor, applicationId, from: ['submitted'] })
    const missing = checksOf(row.kind).find((check) => !checks.includes(check))
    if (missing) throw new Refusal('joining.checkFirst', 422, {}, missing)
    const now = await appNow(tx)
    if (isPersonal(row.kind)) {
      const today = toDateColumn(dayOf(now))
      const verified = await tx.householdLink.count({
        where: {
          personId: row.personId,
          verifiedAt: { not: null },
          validFrom: { lte: today },
          OR: [{ validTo: null }, { validTo: { gt: today } }],
        },
      })
      if (verified === 0) throw new Refusal('joining.householdFirst', 409)
    }
    await tx.sellerApplication.update({
      where: { id: applicationId },
      data: { state: 'recommended', recommendedById: actor.userId, recommendedAt: now },
      select: { id: true },
    })
    await tx.applicationEvent.createMany({
      data: [{ applicationId, state: 'recommended', byId: actor.userId, checks: checksOf(row.kind) }],
    })
    await recordAudit(tx, {
      actor,
      action: 'application.recommended',
      subject: { type: 'Person', id: row.personId },
      detail: { applicationId },
    })
  })
}
