import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heldForCheck, heldForTransfer } from './transfer-hold'

const day = 24 * 60 * 60 * 1000
const placedAt = new Date('2026-11-27T00:00:00Z')
const at = (minutes: number) => new Date(placedAt.getTime() + minutes * 60_000)

/** A choice of the transfer (true) or a slip (false), each so many minutes after the one before. */
const acts = fc.array(fc.record({ isChoice: fc.boolean(), wait: fc.integer({ min: 0, max: 2000 }) }), {
  maxLength: 30,
})

it('whatever she does and however often: never shorter than before, never beyond both spans from the order', () => {
  fc.assert(
    fc.property(
      acts,
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 0, max: 7 }),
      (list, transfer, check) => {
        const days = { transfer, check }
        let payBy = at(15)
        let minutes = 0
        for (const { isChoice, wait } of list) {
          minutes += wait
          const hold = { placedAt, payBy, now: at(minutes) }
          const next = isChoice ? heldForTransfer(hold, days) : heldForCheck(hold, days)
          expect(next.getTime()).toBeGreaterThanOrEqual(payBy.getTime())
          expect(next.getTime()).toBeLessThanOrEqual(placedAt.getTime() + (transfer + check) * day)
          payBy = next
        }
      },
    ),
  )
})
