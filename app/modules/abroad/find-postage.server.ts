import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import type { PostageService, Words } from './send-abroad'

/** Days of what holds now or later: until = the last one, null = open. */
type Span = { from: Day; until: Day | null }

export type InlandRow = Span & { id: string; parcelFen: number; freeFromFen: number | null }

export type RateRow = Span & {
  id: string
  zone: Words
  service: PostageService
  firstGrams: number
  firstFen: number
  stepGrams: number
  stepFen: number
  mostGrams: number
  daysFrom: number
  daysTo: number
  isTracked: boolean
}

export type Postage = {
  today: Day
  /** the rule of now, then those to come */
  inland: InlandRow[]
  now: RateRow[]
  later: RateRow[]
  zones: { id: string; name: Words; countries: Words[] }[]
}

const most = 200

/** All postage that holds now or is set for later, and the zones. */
export async function findPostage(): Promise<Postage> {
  const at = await appNow()
  const where = { OR: [{ validTo: null }, { validTo: { gt: at } }] }
  const [rules, rates, zones] = await Promise.all([
    prisma.postageRule.findMany({ where, orderBy: { validFrom: 'asc' }, take: most }),
    prisma.postageRate.findMany({
      where,
      orderBy: [{ zone: { position: 'asc' } }, { service: 'asc' }, { validFrom: 'asc' }],
      take: most,
      include: { zone: { select: { nameZh: true, nameEn: true } } },
    }),
    prisma.postageZone.findMany({
      orderBy: { position: 'asc' },
      take: most,
      select: {
        id: true,
        nameZh: true,
        nameEn: true,
        countries: { select: { nameZh: true, nameEn: true }, orderBy: { nameEn: 'asc' }, take: most },
      },
    }),
  ])
  const rows = rates.map(({ zone, firstFen, stepFen, validFrom, validTo, createdById, zoneId, ...rate }) => ({
    ...rate,
    ...spanOf({ validFrom, validTo }),
    zone: wordsOf(zone),
    firstFen: toSafeNumber(firstFen),
    stepFen: toSafeNumber(stepFen),
    hasBegun: validFrom <= at,
  }))
  const shown = (hasBegun: boolean) =>
    rows.filter((row) => row.hasBegun === hasBegun).map(({ hasBegun: _, ...row }) => row)
  return {
    today: dayOf(at),
    inland: rules.map(({ id, parcelFen, freeFromFen, ...span }) => ({
      id,
      ...spanOf(span),
      parcelFen: toSafeNumber(parcelFen),
      freeFromFen: freeFromFen === null ? null : toSafeNumber(freeFromFen),
    })),
    now: shown(true),
    later: shown(false),
    zones: zones.map(({ id, countries, ...zone }) => ({
      id,
      name: wordsOf(zone),
      countries: countries.map(wordsOf),
    })),
  }
}

function wordsOf({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Words {
  return { zh: nameZh, en: nameEn }
}

function spanOf({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }): Span {
  return { from: dayOf(validFrom), until: validTo && dayOf(new Date(validTo.getTime() - 1)) }
}
