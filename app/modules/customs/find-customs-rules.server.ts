import type { Words } from '~/modules/abroad/send-abroad'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'

/** Days of what holds now or later: until = the last one, null = open. */
type Span = { from: Day; until: Day | null; hasBegun: boolean }

export type BlockedRow = Span & {
  id: string
  /** null = every country abroad */
  country: Words | null
  /** of the two one */
  craft: Words | null
  materialCode: string | null
  reason: Words
}

export type CraftCustomsRow = Span & {
  id: string
  craft: Words
  hsCode: string
  origin: Words & { code: string }
  description: Words
}

export type CustomsRules = {
  today: Day
  blocked: BlockedRow[]
  words: CraftCustomsRow[]
  crafts: { id: string; name: Words }[]
  /** parcels go to all but the mainland, goods come from any */
  countries: { code: string; name: Words }[]
}

const most = 300

/** All that some border stops and all that customs are told of crafts, now and set for later. */
export async function findCustomsRules(): Promise<CustomsRules> {
  const at = await appNow()
  const where = { OR: [{ validTo: null }, { validTo: { gt: at } }] }
  const [blocked, words, crafts, countries] = await Promise.all([
    prisma.blockedGoods.findMany({
      where,
      orderBy: [{ countryCode: { sort: 'asc', nulls: 'first' } }, { validFrom: 'asc' }, { id: 'asc' }],
      take: most,
      include: { craft: { select: named }, country: { select: named } },
    }),
    prisma.customsEntry.findMany({
      where: { craftId: { not: null }, ...where },
      orderBy: [{ craft: { position: 'asc' } }, { validFrom: 'asc' }],
      take: most,
      include: { craft: { select: named } },
    }),
    prisma.craft.findMany({ orderBy: { position: 'asc' }, take: most, select: { id: true, ...named } }),
    prisma.country.findMany({ orderBy: { code: 'asc' }, take: most, select: { code: true, ...named } }),
  ])
  const countryOf = new Map(countries.map((country) => [country.code, wordsOf(country)]))
  return {
    today: dayOf(at),
    blocked: blocked.map(({ id, country, craft, materialCode, reasonZh, reasonEn, ...span }) => ({
      id,
      country: country && wordsOf(country),
      craft: craft && wordsOf(craft),
      materialCode,
      reason: { zh: reasonZh, en: reasonEn },
      ...spanOf(span, at),
    })),
    words: words.flatMap(({ id, craft, hsCode, origin, descriptionZh, descriptionEn, ...span }) =>
      craft
        ? {
            id,
            craft: wordsOf(craft),
            hsCode,
            origin: { code: origin, ...(countryOf.get(origin) ?? { zh: origin, en: origin }) },
            description: { zh: descriptionZh, en: descriptionEn },
            ...spanOf(span, at),
          }
        : [],
    ),
    crafts: crafts.map(({ id, ...craft }) => ({ id, name: wordsOf(craft) })),
    countries: countries.map(({ code, ...country }) => ({ code, name: wordsOf(country) })),
  }
}

const named = { nameZh: true, nameEn: true } as const

function wordsOf({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Words {
  return { zh: nameZh, en: nameEn }
}

function spanOf({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }, at: Date): Span {
  return {
    from: dayOf(validFrom),
    until: validTo && dayOf(new Date(validTo.getTime() - 1)),
    hasBegun: validFrom <= at,
  }
}
