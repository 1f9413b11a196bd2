import { beforeAll, describe, expect, it } from 'vitest'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { dayOf, monthStart, nextMonthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { passDays } from '../../../tests/fixtures/owner'
import {
  answerBatch,
  book,
  buildFinance,
  buildOwedSeller,
  moneyOf,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { sell } from '../../../tests/fixtures/shopping'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { findStatementMonths } from './find-statement-months.server'
import { getStatement } from './get-statement.server'

beforeAll(buildGround)

const thisMonth = async () => monthStart(dayOf(await appNow()))

describe('a statement', () => {
  it('ties to the books to the fen, month after month', async () => {
    const { preparer, approver } = await buildFinance()
    const { sellerId, actor, piece } = await buildOwedSeller({ priceFen: 36_801n })
    await book({ sellerId }, 'seller_debt', 5_000n)
    const first = await thisMonth()
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    await passDays(32)
    await answerBatch(approver, batchId, { 1: '户名不符' })
    await sell(actor, [{ variantId: piece.variantId }])
    let month = first
    let carried = 0
    for (;;) {
      const statement = await getStatement({ actor, purse: sellerId, month })
      const moved = statement.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
      expect(statement.openingFen).toBe(carried)
      expect(statement.openingFen + moved).toBe(statement.closingFen)
      carried = statement.closingFen
      if (month === (await thisMonth())) break
      month = nextMonthStart(month)
    }
    expect(BigInt(carried)).toBe(await moneyOf(sellerId, 'payable'))
    const months = await findStatementMonths({ actor, purse: sellerId })
    expect(months[0]).toMatchObject({ month: await thisMonth(), closingFen: carried })
    const { lines, closingDebtFen, isWhole } = await getStatement({ actor, purse: sellerId, month: first })
    expect(isWhole).toBe(true)
    expect(closingDebtFen).toBe(0)
    expect(lines.map(({ purpose }) => purpose)).toEqual(['share', 'payout', 'debt'])
    expect(lines.find(({ purpose }) => purpose === 'share')?.goods).toMatchObject({
      goodsFen: 36_801,
      commissionFen: 1_840,
      commissionBps: 500,
    })
    expect(lines.find(({ purpose }) => purpose === 'payout')?.payout?.last4).toBe('5678')
  })

  it('is read by her, by her county and by finance, and by nobody else', async () => {
    const { sellerId, actor } = await buildOwedSeller()
    const month = await thisMonth()
    const read = (reader: typeof actor) => getStatement({ actor: reader, purse: sellerId, month })
    await read(actor)
    await read(await buildActor({ role: 'coordinator', region: '620123' }))
    await read(await buildActor({ role: 'finance' }))
    await expect(read(await buildActor({ role: 'coordinator', region: '620121' }))).rejects.toMatchObject({
      status: 404,
    })
    await expect(read((await buildOwedSeller()).actor)).rejects.toMatchObject({ status: 404 })
    await expect(
      getStatement({ actor, purse: sellerId, month: nextMonthStart(await thisMonth()) }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
