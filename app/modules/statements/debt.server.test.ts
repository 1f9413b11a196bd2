import { beforeAll, describe, expect, it } from 'vitest'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { dayOf, monthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { translator } from '~/platform/i18n/translate'
import { owner } from '../../../tests/fixtures/owner'
import {
  accountsBelowZero,
  answerBatch,
  buildFinance,
  ledgerTotals,
  linesOf,
  moneyOf,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildBankAccount,
  buildGround,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { findStatementMonths } from './find-statement-months.server'
import { getStatement } from './get-statement.server'
import { tellDebt, tellDebtLines, tellLine, tellMonth } from './statement-words'

beforeAll(buildGround)

const zh = { t: translator('zh-CN'), locale: 'zh-CN' } as const

/** A batch of all that is owed, signed, and answered by the bank; answers her line. */
async function payOut(sellerId: string) {
  const { preparer, approver } = await buildFinance()
  const { batchId } = await preparedBatch(preparer)
  await approveBatch({ actor: approver, batchId })
  await answerBatch(approver, batchId)
  return (await linesOf(batchId)).find(({ party }) => party.sellerId === sellerId)
}

describe('a refund of money that was paid out', () => {
  it('becomes her debt, her next payout nets it down to the floor, and her statement says so', async () => {
    const { actor, sellerId, person } = await buildSeller()
    await buildBankAccount({ sellerId, key: person.key })
    const dear = await buildPiece({ sellerId, priceFen: 40_000n, titleZh: '五福捧寿结' })
    const cheap = await buildPiece({ sellerId, priceFen: 14_000n, stock: 9, titleZh: '小盘长' })
    const sold = await sell(actor, [{ variantId: dear.variantId }])
    expect(await payOut(sellerId)).toMatchObject({ state: 'paid', amountFen: 38_000n, nettedFen: 0n })

    const finance = await buildActor({ role: 'finance' })
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId: sold.sellerOrderId } })
    await refundParcel(finance, sold.sellerOrderId, {
      lines: [{ id: line.id, quantity: 1, amount: 40_000n }],
      postage: 0n,
      bearer: 'seller',
      byBank: false,
      reason: '线头开了',
    })
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(-(await moneyOf(sellerId, 'seller_debt'))).toBe(38_000n)
    expect(await findSellerMoney({ actor })).toMatchObject({ payableFen: 0, debtFen: 38_000 })

    await sell(actor, [{ variantId: cheap.variantId }])
    expect(await moneyOf(sellerId, 'payable')).toBe(14_300n)
    expect(await payOut(sellerId)).toMatchObject({ amountFen: 10_000n, nettedFen: 4_300n })
    expect(-(await moneyOf(sellerId, 'seller_debt'))).toBe(33_700n)
    expect(await findSellerMoney({ actor })).toMatchObject({ payableFen: 0, debtFen: 33_700 })
    expect(await moneyOf(sellerId, 'payable')).toBe(0n)
    expect(await ledgerTotals()).toEqual([0n])
    expect(await accountsBelowZero()).toEqual([])

    const month = monthStart(dayOf(await appNow()))
    const statement = await getStatement({ actor, purse: sellerId, month })
    const told = statement.lines.map((one) => [tellLine(one, zh).title, one.amountFen])
    expect(told).toEqual(
      expect.arrayContaining([
        ['抵以前退款欠下的', -4_300],
        ['付给您，到尾号 5678 的卡', -10_000],
      ]),
    )
    // nothing is owed to her, and the month says who owes whom: by what it grew, what was kept back, what is left
    expect(tellDebtLines(statement, zh)).toEqual([
      { text: '这个月新欠的', amountFen: 38_000 },
      { text: '这个月从付款里抵掉的', amountFen: -4_300 },
      { text: '现在您还欠', amountFen: 33_700 },
    ])
    const [listed] = await findStatementMonths({ actor, purse: sellerId })
    expect(listed).toMatchObject({ month, isWhole: false, closingFen: 0, debtFen: 33_700 })
    if (listed) expect(tellMonth(listed, zh)).toMatch(/^进来 ¥[\d,.]+，现在没有该付给您的，您还欠 ¥337\.00$/)
    expect(tellDebt(statement, zh)).toBe(
      '买家退了款，那笔钱早先已经付给您了，所以记成您欠的。不用您拿钱来：以后卖了货，从付给您的钱里慢慢抵，一次最多抵一半，而且每次至少先付给您 ¥100.00（不够就全付）。',
    )
    await owner.setting.createMany({
      data: [
        { key: 'payouts.debtShareBps', value: 2_000 },
        { key: 'payouts.debtFloorFen', value: 20_000 },
      ],
    })
    expect(tellDebt(await getStatement({ actor, purse: sellerId, month }), zh)).toContain(
      '一次最多抵 20%，而且每次至少先付给您 ¥200.00',
    )
  })
})
