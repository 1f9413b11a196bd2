import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** A country or region to choose. */
export type Destination = { code: string; name: string }

/** All that parcels go to, by name in her language; the mainland first. */
export async function findDestinations(locale: Locale): Promise<Destination[]> {
  const rows = await prisma.country.findMany({
    select: { code: true, nameZh: true, nameEn: true },
    take: 300,
  })
  const named = rows.map(({ code, nameZh, nameEn }) => ({ code, name: locale === 'en' ? nameEn : nameZh }))
  return named.toSorted(
    (a, b) => Number(b.code === 'CN') - Number(a.code === 'CN') || a.name.localeCompare(b.name, locale),
  )
}
