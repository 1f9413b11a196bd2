import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { currencies } from './currencies'
import type { RatesInput } from './schema'

/** Writes down the rates of a day. Refuses a day to come, and a form without any rate; the same again changes nothing that is shown. */
export function recordRates({ actor, day, source, ...rates }: RatesInput & { actor: Actor }): Promise<void> {
  return prisma.$transaction(async (tx) => {
    if (day > dayOf(await appNow(tx))) throw new Refusal('rates.futureDay', 422, {}, 'day')
    const data = currencies.flatMap((currency) => {
      const cnyPer100 = rates[currency]
      return cnyPer100 === null
        ? []
        : [{ currency, cnyPer100, day: toDateColumn(day), source, createdById: actor.userId }]
    })
    if (data.length === 0) throw new Refusal('rates.none', 422, {}, currencies[0])
    await tx.exchangeRate.createMany({ data })
    await recordAudit(tx, {
      actor,
      action: 'rates.recorded',
      subject: { type: 'ExchangeRate', id: day },
      detail: { currencies: data.map(({ currency }) => currency) },
    })
  })
}
