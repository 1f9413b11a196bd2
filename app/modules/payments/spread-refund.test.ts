import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '~/platform/money'
import { spreadRefund } from './spread-refund'

const fen = fc.bigInt({ min: 1n, max: 1_000_000n })
const wanted = fc.record({
  lines: fc
    .array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), amountFen: fen }), { maxLength: 5 })
    .map((lines) => lines.map((line, index) => ({ ...line, orderLineId: String(index) }))),
  postageFen: fc.bigInt({ min: 0n, max: 5_000n }),
})
const total = ({ lines, postageFen }: { lines: { amountFen: bigint }[]; postageFen: bigint }) =>
  sum(lines.map(({ amountFen }) => amountFen)) + postageFen

describe('a refund over several payments', () => {
  it('comes from the first that holds it all, as one', () => {
    const all = { lines: [{ orderLineId: 'a', quantity: 2, amountFen: 800n }], postageFen: 10n }
    const sources = [
      { paymentId: 'balance', restFen: 810n },
      { paymentId: 'deposit', restFen: 200n },
    ]
    expect(spreadRefund(all, sources)).toEqual([{ paymentId: 'balance', ...all }])
  })

  it('is cut where a payment ends; the pieces go with the last of their money', () => {
    const parts = spreadRefund(
      {
        lines: [
          { orderLineId: 'a', quantity: 2, amountFen: 500n },
          { orderLineId: 'b', quantity: 1, amountFen: 400n },
        ],
        postageFen: 100n,
      },
      [
        { paymentId: 'balance', restFen: 800n },
        { paymentId: 'spent', restFen: 0n },
        { paymentId: 'deposit', restFen: 200n },
      ],
    )
    expect(parts).toEqual([
      {
        paymentId: 'balance',
        lines: [
          { orderLineId: 'a', quantity: 2, amountFen: 500n },
          { orderLineId: 'b', quantity: 0, amountFen: 300n },
        ],
        postageFen: 0n,
      },
      {
        paymentId: 'deposit',
        lines: [{ orderLineId: 'b', quantity: 1, amountFen: 100n }],
        postageFen: 100n,
      },
    ])
  })

  it('gives back each fen and each piece once, and of no payment more than it holds', () => {
    fc.assert(
      fc.property(
        wanted,
        fc.array(fen, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (all, cuts, isShort) => {
          const whole = total(all)
          const held = sum(cuts)
          const rests = isShort ? cuts : [...cuts, whole > held ? whole - held : 0n]
          const sources = rests.map((restFen, index) => ({ paymentId: String(index), restFen }))
          if (sum(rests) < whole) {
            expect(() => spreadRefund(all, sources)).toThrow(RangeError)
            return
          }
          const parts = spreadRefund(all, sources)
          expect(sum(parts.map(total))).toBe(whole)
          for (const part of parts) {
            expect(total(part)).toBeGreaterThan(0n)
            expect(
              total(part) <= (sources.find(({ paymentId }) => paymentId === part.paymentId)?.restFen ?? 0n),
            ).toBe(true)
          }
          for (const line of all.lines) {
            const given = parts.flatMap(({ lines }) =>
              lines.filter((one) => one.orderLineId === line.orderLineId),
            )
            expect(sum(given.map(({ amountFen }) => amountFen))).toBe(line.amountFen)
            expect(given.reduce((pieces, { quantity }) => pieces + quantity, 0)).toBe(line.quantity)
          }
        },
      ),
    )
  })
})
