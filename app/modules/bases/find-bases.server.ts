import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** a line on the makers' page holds no more */
const mostBases = 12

/** The open bases that the desk has described, the oldest first. */
export async function findBases(locale: Locale): Promise<{ slug: string; name: string }[]> {
  const bases = await prisma.baseProfile.findMany({
    where: { seller: { status: 'active' } },
    orderBy: [{ sinceYear: 'asc' }, { sellerId: 'asc' }],
    take: mostBases,
    select: { seller: { select: { slug: true, nameZh: true, nameEn: true } } },
  })
  return bases.map(({ seller }) => ({
    slug: seller.slug,
    name: locale === 'en' ? seller.nameEn : seller.nameZh,
  }))
}
