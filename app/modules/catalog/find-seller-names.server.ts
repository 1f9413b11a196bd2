import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** The sellers she owns or writes for, by name, at most 100. */
export async function findSellerNames({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<{ id: string; name: string }[]> {
  const rows = await prisma.seller.findMany({
    where: { id: { in: actor.sellerIds }, status: { not: 'closed' } },
    orderBy: { nameZh: 'asc' },
    take: 100,
    select: { id: true, nameZh: true, nameEn: true },
  })
  return rows.map(({ id, nameZh, nameEn }) => ({ id, name: locale === 'en' ? nameEn : nameZh }))
}
