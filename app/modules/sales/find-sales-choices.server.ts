import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** A word of a filter and its name. */
export type SalesChoice = { key: string; name: string }

/** What the filter of sales offers besides its own words: crafts in the order of the house, and all bases; both are public. */
export async function findSalesChoices(
  locale: Locale,
): Promise<{ crafts: SalesChoice[]; bases: SalesChoice[] }> {
  const names = { nameZh: true, nameEn: true } as const
  const [crafts, bases] = await Promise.all([
    prisma.craft.findMany({ orderBy: { position: 'asc' }, select: { code: true, ...names } }),
    prisma.baseProfile.findMany({
      orderBy: { seller: { slug: 'asc' } },
      take: 200,
      select: { seller: { select: { slug: true, ...names } } },
    }),
  ])
  const named = (key: string, { nameZh, nameEn }: { nameZh: string; nameEn: string }): SalesChoice => ({
    key,
    name: locale === 'en' ? nameEn : nameZh,
  })
  return {
    crafts: crafts.map((craft) => named(craft.code, craft)),
    bases: bases.map(({ seller }) => named(seller.slug, seller)),
  }
}
