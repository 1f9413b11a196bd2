import { dayOfSeed } from './dates'
import { type LoadContext, need } from './load-context'

/** Yuan for 100 units, about as they stood in late 2026. */
const sample = {
  USD: '706.4000',
  EUR: '822.5000',
  GBP: '940.2000',
  HKD: '90.8500',
  JPY: '4.5600',
  KRW: '0.4830',
  SGD: '545.3000',
  AUD: '463.7000',
  CAD: '505.1000',
  CHF: '879.0000',
} as const

/** The rates by which visitors from abroad see what a price is about. */
export async function loadRates({ tx, now, users }: LoadContext): Promise<void> {
  const day = dayOfSeed({ daysAgo: 0 }, now)
  await tx.exchangeRate.createMany({
    data: Object.entries(sample).map(([currency, cnyPer100]) => ({
      currency,
      cnyPer100,
      day,
      source: '示例汇率',
      createdById: need(users, '13800000108'),
    })),
  })
}
