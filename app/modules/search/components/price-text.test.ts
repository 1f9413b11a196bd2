import { describe, expect, it } from 'vitest'
import { priceText } from './price-text'

const rate = { currency: 'USD', cnyPer100: 706.4, day: '2026-11-27' } as const

describe('the prices that were asked for', () => {
  it.each([
    [{ minFen: 14_100, maxFen: 42_400 }, 'CN¥141–CN¥424 (about\u00a0US$20–US$60)'],
    [{ minFen: 14_100, maxFen: 14_200 }, 'CN¥141–CN¥142 (about\u00a0US$20)'],
    [{ minFen: 14_100, maxFen: 14_100 }, 'CN¥141 (about\u00a0US$20)'],
    [{ minFen: null, maxFen: 42_400 }, 'up to CN¥424 (about\u00a0US$60)'],
    [{ minFen: 14_100, maxFen: null }, 'from CN¥141 (about\u00a0US$20)'],
  ])('stand in one currency, and in another as an estimate', (limits, said) => {
    expect(priceText(limits, 'en', rate)).toBe(said)
  })

  it('are yuan alone where no rate is known', () => {
    expect(priceText({ minFen: 5_000, maxFen: 42_050 }, 'en', null)).toBe('CN¥50–CN¥420.50')
    expect(priceText({ minFen: 5_000, maxFen: 42_050 }, 'zh-CN', null)).toBe('¥50 至 ¥420.50')
  })
})
