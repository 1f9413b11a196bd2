import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, weekdayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  answerBatch,
  book,
  buildFinance,
  buildOwedSeller,
  linesOf,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { buildBankAccount, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { findComingPayouts, readyOf } from './find-coming-payouts.server'
import { findOwnPayouts } from './find-own-payouts.server'
import { findNextSweep } from './find-sweep.server'

beforeAll(buildGround)

/** The sequence number of a seller's line in a batch. */
async function seqOf(batchId: string, sellerId: string): Promise<number> {
  const line = (await linesOf(batchId)).find(({ party }) => party.sellerId === sellerId)
  return line?.seq ?? 0
}

describe('what comes to a maker next', () => {
  it('is told with its day, its card and what a debt keeps back, and only to her', async () => {
    const { actor, sellerId, owedFen } = await buildOwedSeller({ priceFen: 40_000n })
    const other = await buildOwedSeller()
    const coming = await findComingPayouts({ actor })
    expect(coming.payouts).toMatchObject([
      { sellerId, outcome: 'ready', amountFen: Number(owedFen), keptFen: 0, last4: '5678' },
    ])
    expect(coming.payouts.map((one) => one.sellerId)).not.toContain(other.sellerId)
    expect(weekdayOf(coming.sweep.day)).toBe(coming.sweep.weekday)
    expect(readyOf(coming)).toEqual({ day: coming.sweep.day, amountFen: Number(owedFen) })

    await book({ sellerId }, 'seller_debt', 5_000n)
    const [less] = (await findComingPayouts({ actor })).payouts
    expect(less).toMatchObject({ amountFen: Number(owedFen) - 5_000, keptFen: 5_000 })
  })

  it('says what stands in its way: no card, a card that cools', async () => {
    const { actor, sellerId, person } = await buildOwedSeller({ card: false })
    const without = await findComingPayouts({ actor })
    expect(without.payouts).toMatchObject([{ outcome: 'no_account', last4: null }])
    expect(readyOf(without)).toBeNull()

    const id = await buildBankAccount({ sellerId, key: person.key })
    const later = new Date((await appNow()).getTime() + 72 * 3_600_000)
    await owner.bankAccount.update({ where: { id }, data: { usableFrom: later } })
    expect((await findComingPayouts({ actor })).payouts).toMatchObject([
      { outcome: 'cooling_off', usableFrom: later.toISOString() },
    ])
  })

  it('is next week once today’s batch is prepared', async () => {
    const { sellerId } = await buildOwedSeller()
    const { preparer } = await buildFinance()
    const today = dayOf(await appNow())
    await owner.setting.create({ data: { key: 'payouts.weekday', value: weekdayOf(today) } })
    expect((await findNextSweep()).day).toBe(today)
    const { batchId } = await preparedBatch(preparer)
    expect(await seqOf(batchId, sellerId)).toBeGreaterThan(0)
    expect((await findNextSweep()).day).toBe(addDays(today, 7))
  })
})

describe('what came to a maker', () => {
  it('stands there with its day and the card’s last four, on its way, paid and come back', async () => {
    const paid = await buildOwedSeller()
    const failed = await buildOwedSeller({ number: '6217000098764321' })
    const { preparer, approver } = await buildFinance()
    const { batchId } = await preparedBatch(preparer)
    expect(await findOwnPayouts(paid)).toEqual([])
    expect((await findComingPayouts(paid)).payouts).toMatchObject([{ outcome: 'open_line' }])
    await approveBatch({ actor: approver, batchId })
    const day = dayOf(await appNow())
    const line = { day, amountFen: Number(paid.owedFen), keptFen: 0, last4: '5678', reason: null }
    expect(await findOwnPayouts(paid)).toMatchObject([{ ...line, state: 'in_transit' }])

    await answerBatch(approver, batchId, { [await seqOf(batchId, failed.sellerId)]: '户名不符' })
    expect(await findOwnPayouts(paid)).toMatchObject([{ ...line, state: 'paid' }])
    expect(await findOwnPayouts(failed)).toMatchObject([
      { state: 'failed', last4: '4321', reason: '户名不符' },
    ])
    expect(await findOwnPayouts(await buildSeller())).toEqual([])
  })
})
