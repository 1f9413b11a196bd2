import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '~/platform/money'
import { combinePostage } from './combine-postage'

const rule = { id: 'rule', parcelFen: 1000n, freeFromFen: 19_900n }
const parcel = (sellerId: string, itemsFen: bigint, togetherId: string | null = null) => ({
  sellerId,
  itemsFen,
  togetherId,
})
const postages = (...parcels: ReturnType<typeof parcel>[]) =>
  combinePostage(rule, parcels).map(({ postageFen }) => postageFen)

test('each parcel that goes alone costs its own postage, and is free from its own goods', () => {
  expect(postages(parcel('a', 5000n), parcel('b', 19_900n), parcel('c', 0n))).toEqual([1000n, 0n, 0n])
})

test('parcels of one base cost one postage, shared by their goods; others do not take part', () => {
  expect(
    postages(
      parcel('a', 2000n, 'base'),
      parcel('c', 4000n),
      parcel('b', 1000n, 'base'),
      parcel('d', 0n, 'base'),
    ),
  ).toEqual([667n, 1000n, 333n, 0n])
})

test('all their goods together reach what is free', () => {
  const parcels = [parcel('a', 12_000n, 'base'), parcel('base', 7900n, 'base')]
  expect(postages(...parcels)).toEqual([0n, 0n])
  expect(combinePostage(rule, parcels)[0]).toEqual({ postageFen: 0n, goodsFen: 19_900n, isShared: true })
})

test('whatever lies in the basket, a base takes one postage or none, and nobody is taken more than alone', () => {
  const some = fc.array(fc.record({ fen: fc.bigInt(0n, 30_000n), isWith: fc.boolean() }), { maxLength: 8 })
  fc.assert(
    fc.property(some, (drawn) => {
      const parcels = drawn.map(({ fen, isWith }, at) => parcel(`s${at}`, fen, isWith ? 'base' : null))
      const shared = combinePostage(rule, parcels)
      const together = sum(shared.flatMap(({ postageFen }, at) => (drawn[at]?.isWith ? [postageFen] : [])))
      expect([0n, 1000n]).toContain(together)
      const alone = combinePostage(
        rule,
        parcels.map((one) => ({ ...one, togetherId: null })),
      )
      shared.forEach(({ postageFen }, at) => {
        expect(postageFen).toBeLessThanOrEqual(1000n)
        if ((alone[at]?.postageFen ?? 0n) === 0n) expect(postageFen).toBe(0n)
      })
    }),
  )
})
