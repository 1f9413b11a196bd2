import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SaleTerms } from '~/modules/settings/find-sale-terms.server'
import { splitPrice } from './split-price.server'

const terms: SaleTerms = {
  today: '2026-11-23',
  postage: { id: 'rule', parcelFen: 1_000n, freeFromFen: 19_900n },
  commissionBps: 500,
  stockShipDays: 2,
  usualWayDays: 6,
  returnWindowDays: 7,
  payWithinMinutes: 15,
  receivedAfterDays: 10,
}

describe('splitPrice', () => {
  it('adds the postage of a cheap piece', () => {
    expect(splitPrice(6_850n, terms)).toEqual({
      priceFen: 6_850,
      makerFen: 6_507,
      commissionFen: 343,
      commissionBps: 500,
      postageFen: 1_000,
      paidFen: 7_850,
      freeFromFen: 19_900,
    })
  })

  it('asks none from the free amount on', () => {
    expect(splitPrice(19_900n, terms)).toMatchObject({ postageFen: 0, paidFen: 19_900, makerFen: 18_905 })
    expect(splitPrice(19_899n, terms)).toMatchObject({ postageFen: 1_000 })
  })

  it('says nothing while a rule is missing', () => {
    expect(splitPrice(6_850n, { ...terms, postage: null })).toBeNull()
    expect(splitPrice(6_850n, { ...terms, commissionBps: null })).toBeNull()
  })

  it('loses no fen', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 100_000_000n),
        fc.integer({ min: 0, max: 10_000 }),
        (price, commissionBps) => {
          const split = splitPrice(price, { ...terms, commissionBps })
          expect(split).not.toBeNull()
          if (split) expect(split.makerFen + split.commissionFen + split.postageFen).toBe(split.paidFen)
        },
      ),
    )
  })
})
