import type { RestKind } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** A shop of hers: open or not, and the days on which she does not work, soonest first. */
export type ShopCalendar = {
  sellerId: string
  name: string
  isOpen: boolean
  rests: { restId: string; kind: RestKind; firstDay: Day; lastDay: Day; isNow: boolean }[]
}

/** The calendars of all shops she works for, but those that apply or were closed for good. */
export async function findShopCalendars({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<{ today: Day; shops: ShopCalendar[] }> {
  const today = dayOf(await appNow())
  const rows = await prisma.seller.findMany({
    where: { id: { in: actor.sellerIds }, status: { in: ['active', 'paused'] } },
    orderBy: [{ nameZh: 'asc' }, { id: 'asc' }],
    take: 50,
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      status: true,
      rests: {
        where: { removedAt: null, untilDay: { gt: toDateColumn(today) } },
        orderBy: { fromDay: 'asc' },
        take: 50,
        select: { id: true, kind: true, fromDay: true, untilDay: true },
      },
    },
  })
  const shops = rows.map(({ id, nameZh, nameEn, status, rests }) => ({
    sellerId: id,
    name: locale === 'en' ? nameEn : nameZh,
    isOpen: status === 'active',
    rests: rests.map((rest) => {
      const firstDay = fromDateColumn(rest.fromDay)
      return {
        restId: rest.id,
        kind: rest.kind,
        firstDay,
        lastDay: addDays(fromDateColumn(rest.untilDay), -1),
        isNow: firstDay <= today,
      }
    }),
  }))
  return { today, shops }
}
