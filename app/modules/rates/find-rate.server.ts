import { fromDateColumn } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import { type Currency, currencyOf, rateDays } from './currencies'
import type { Rate } from './estimate'

/** milliseconds for which a process shows what it read: an estimate may be so much behind */
const keptFor = 30_000

let kept: { rates: Promise<Rate[]>; until: number } | null = null

/** The rate by which prices are estimated in a currency; null while none of the last month is known. */
export async function findRate(currency: Currency): Promise<Rate | null> {
  if (!kept || kept.until < Date.now()) kept = { rates: findRates(), until: Date.now() + keptFor }
  const reading = kept
  const rates = await reading.rates.catch((error) => {
    if (kept === reading) kept = null
    throw error
  })
  return rates.find((rate) => rate.currency === currency) ?? null
}

type RateRow = { currency: string; cnyPer100: string; day: Date }

/** The newest rate of each currency, none of a day to come or older than a month. One statement. */
export async function findRates(): Promise<Rate[]> {
  const rows = await prisma.$queryRaw<RateRow[]>`
    SELECT DISTINCT ON (currency) currency::text, "cnyPer100"::text, day FROM "ExchangeRate", (SELECT (app_now() AT TIME ZONE 'Asia/Shanghai')::date AS today) now
    WHERE day <= today AND day > today - ${rateDays}::int
    ORDER BY currency, day DESC, "createdAt" DESC, id DESC`
  return rows.flatMap(({ currency: code, cnyPer100, day }) => {
    const currency = currencyOf(code)
    return currency ? [{ currency, cnyPer100: Number(cnyPer100), day: fromDateColumn(day) }] : []
  })
}
