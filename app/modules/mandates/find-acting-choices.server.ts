import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'

/** A maker for whom she may act today. */
export type ActingChoice = { sellerId: string; name: string }

/** The makers for whom she may act today, by name, at most a hundred; her own shop is none of them. */
export async function findActingChoices({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<ActingChoice[]> {
  const rows = await inScope({ person: actor.personId }, async (tx) => {
    const today = toDateColumn(dayOf(await appNow(tx)))
    return tx.mandate.findMany({
      where: {
        agentPersonId: actor.personId,
        revokedAt: null,
        signedByPrincipalAt: { not: null },
        signedByAgentAt: { not: null },
        validFrom: { lte: today },
        OR: [{ validTo: null }, { validTo: { gt: today } }],
      },
      orderBy: { seller: { nameZh: 'asc' } },
      take: 100,
      select: { sellerId: true, seller: { select: { nameZh: true, nameEn: true } } },
    })
  })
  return rows.map(({ sellerId, seller }) => ({
    sellerId,
    name: locale === 'en' ? seller.nameEn : seller.nameZh,
  }))
}
