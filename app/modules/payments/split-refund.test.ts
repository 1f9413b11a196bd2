import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOf } from '~/platform/money'
import { type LineMoney, restOf, splitRefund } from './split-refund'

const line = fc
  .record({
    sharedFen: fc.bigInt({ min: 1n, max: 10_000_000n }),
    offBps: fc.bigInt({ min: 0n, max: 9_000n }),
    commissionBps: fc.integer({ min: 0, max: 6000 }),
    brokerBps: fc.bigInt({ min: 0n, max: 10_000n }),
    taxBps: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ sharedFen, offBps, commissionBps, brokerBps, taxBps }): LineMoney => {
    const commissionFen = shareOf(sharedFen, commissionBps)
    const borneFen = (sharedFen * offBps) / 10_000n
    return {
      amountFen: sharedFen - borneFen,
      borneFen,
      commissionFen,
      commissionTaxFen: shareOf(commissionFen, taxBps),
      brokerFen: ((sharedFen - commissionFen) * brokerBps) / 10_000n,
    }
  })

/** Cuts off one part after the other, each some thousandths of what is left, at least one fen; the last takes the rest. */
function giveBack(sold: LineMoney, steps: readonly number[]): LineMoney[] {
  const given: LineMoney[] = []
  for (const [index, step] of steps.entries()) {
    const rest = restOf(sold, given)
    if (rest.amountFen === 0n) break
    const wanted = index === steps.length - 1 ? rest.amountFen : (rest.amountFen * BigInt(step)) / 1000n
    given.push(splitRefund(rest, wanted === 0n ? 1n : wanted))
  }
  return given
}

describe('a line given back in parts', () => {
  it('reverses exactly what was frozen, and no part on the way has a negative or a foreign fen', () => {
    fc.assert(
      fc.property(
        line,
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
        (sold, steps) => {
          const given = giveBack(sold, steps)
          const isSound = ({ amountFen, borneFen, commissionFen, commissionTaxFen, brokerFen }: LineMoney) =>
            amountFen > 0n &&
            borneFen >= 0n &&
            brokerFen >= 0n &&
            commissionTaxFen >= 0n &&
            commissionTaxFen <= commissionFen &&
            commissionFen + brokerFen <= amountFen + borneFen
          expect(given.filter((part) => !isSound(part))).toEqual([])
          expect(restOf(sold, given)).toEqual({
            amountFen: 0n,
            borneFen: 0n,
            commissionFen: 0n,
            commissionTaxFen: 0n,
            brokerFen: 0n,
          })
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('keeps each part within a fen of its exact share of what is left', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 1000 }), (sold, thousandths) => {
        const amount = (sold.amountFen * BigInt(thousandths)) / 1000n
        if (amount === 0n) return
        const part = splitRefund(sold, amount)
        const shared = sold.amountFen + sold.borneFen
        const off = part.commissionFen * shared - sold.commissionFen * (amount + part.borneFen)
        expect(off < shared && -off < shared).toBe(true)
        const borneOff = part.borneFen * sold.amountFen - sold.borneFen * amount
        expect(borneOff < sold.amountFen && -borneOff < sold.amountFen).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})
