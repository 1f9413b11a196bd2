import { beforeAll, describe, expect, it } from 'vitest'
import { markSentByBank } from '~/modules/aftersales/refund-by-bank.server'
import type { Actor } from '~/modules/auth/actor'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { importResult } from '~/modules/payouts/import-result.server'
import { sendBack } from '~/modules/transfers/send-back.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { toYuan } from '~/platform/money'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildFinance, buildOwedSeller, linesOf, preparedBatch } from '../../../tests/fixtures/payouts'
import { buildTransfer, buildTransferAccount, recordToday } from '../../../tests/fixtures/transfers'
import { buildGround } from '../../../tests/fixtures/world'
import { compareSide } from './compare-side.server'
import { findDifferences } from './find-differences.server'
import { importStatement } from './import-statement.server'

const header = '流水号,交易日期,支出,收入,摘要'
const file = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join('\r\n'))

let actor: Actor
let number: string
let fen: bigint[]

/** Three payments that the bank says it has made. */
beforeAll(async () => {
  await buildGround()
  const { preparer, approver } = await buildFinance()
  actor = preparer
  for (const tail of ['11', '22', '33']) await buildOwedSeller({ number: `62170000123456${tail}` })
  const { batchId } = await preparedBatch(preparer)
  await approveBatch({ actor: approver, batchId })
  const lines = await linesOf(batchId)
  fen = lines.map(({ amountFen }) => amountFen)
  const rows = lines.map(
    ({ seq, amountFen, bankAccount }) => `${seq},${bankAccount?.last4},${toYuan(amountFen)},成功,`,
  )
  const bytes = new TextEncoder().encode(['序号,账号尾号,金额,结果,原因', ...rows].join('\r\n'))
  expect((await importResult({ actor: approver, batchId, bytes })).faults).toEqual([])
  number = (await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).number
})

async function found() {
  await compareSide({ source: 'bank', until: new Date() })
  return (await findDifferences()).open.map(({ kind, objectRef, books, other }) => ({
    kind,
    objectRef,
    books,
    other,
  }))
}

const line = (at: number, seq: number, amount: bigint) =>
  `B${at},2026-11-25,${toYuan(amount)},,陇原巧手 ${number} 第 ${seq} 行`

describe('the bank’s side', () => {
  it('is not asked before the first statement', async () => {
    expect(await found()).toEqual([])
  })

  it('finds what is missing, what differs and what nobody knows; an overlapping statement adds nothing twice', async () => {
    const [first = 0n, second = 0n] = fen
    const statement = file(
      'B0,2020-01-01,,1.00,开户',
      line(1, 1, first),
      line(2, 2, second + 1n),
      'B9,2026-11-25,,500.00,不知道谁的款',
    )
    expect(await importStatement({ actor, bytes: statement })).toEqual({ added: 4, known: 0, faults: [] })
    await passDays(4)
    const money = (amount: bigint) => -Number(amount)
    expect(await found()).toEqual([
      { kind: 'missing_in_books', objectRef: 'B0', books: null, other: 100 },
      { kind: 'missing_in_books', objectRef: 'B9', books: null, other: 50000 },
      {
        kind: 'amount',
        objectRef: `${number} 第 2 行`,
        books: money(second),
        other: money(second + 1n),
      },
      {
        kind: 'missing_there',
        objectRef: `${number} 第 3 行`,
        books: money(fen[2] ?? 0n),
        other: null,
      },
    ])
    const more = file(line(1, 1, first), line(3, 3, fen[2] ?? 0n))
    expect(await importStatement({ actor, bytes: more })).toEqual({ added: 1, known: 1, faults: [] })
    expect((await found()).map(({ objectRef }) => objectRef)).toEqual(['B0', 'B9', `${number} 第 2 行`])
  })

  it('sees a payment that left the account twice', async () => {
    await importStatement({ actor, bytes: file(line(4, 1, fen[0] ?? 0n)) })
    const twice = (await found()).find(({ kind }) => kind === 'twice')
    expect(twice).toMatchObject({ objectRef: `${number} 第 1 行`, other: -2 * Number(fen[0]) })
  })

  it('knows a transfer by the bank’s own number, and the money that went back', async () => {
    await buildTransferAccount()
    const before = await found()
    const [paid, other] = [await buildTransfer(), await buildTransfer()]
    await recordToday(actor, { ...paid, amountFen: paid.amount, bankRef: 'IN-1' })
    const isOther = true
    await recordToday(actor, { ...other, amountFen: other.amount + 5n, bankRef: 'IN-2', isOther })
    await sendBack({ actor, paymentId: other.paymentId })
    const refund = await owner.refund.findFirstOrThrow({ where: { paymentId: other.paymentId } })
    const sentOn = dayOf(await appNow())
    await markSentByBank({ actor, refundId: refund.id, bankRef: 'OUT-2', sentOn })
    await passDays(4)
    const ofTransfers = async () =>
      (await found()).filter(({ objectRef }) => !before.some((known) => known.objectRef === objectRef))
    const [asked, came] = [Number(paid.amount), Number(other.amount) + 5]
    expect(await ofTransfers()).toEqual([
      { kind: 'missing_there', objectRef: 'IN-1', books: asked, other: null },
      { kind: 'missing_there', objectRef: 'IN-2', books: came, other: null },
      { kind: 'missing_there', objectRef: 'OUT-2', books: -came, other: null },
    ])
    const yuan = toYuan(other.amount + 5n)
    const statement = file(
      `IN-1,2026-11-25,,${toYuan(paid.amount + 1n)},订单`,
      `IN-2,2026-11-25,,${yuan},订单`,
      `OUT-2,2026-11-26,${yuan},,退款`,
    )
    await importStatement({ actor, bytes: statement })
    expect(await ofTransfers()).toEqual([
      { kind: 'amount', objectRef: 'IN-1', books: asked, other: asked + 1 },
    ])
  })

  it('takes all of a file or nothing', async () => {
    const before = await owner.bankStatementLine.count()
    const answer = await importStatement({ actor, bytes: file('C1,2026-11-25,,1,a', 'C2,gestern,,1,a') })
    expect(answer.faults).toEqual([{ row: 3, key: 'reconciliation.rowNoDay' }])
    expect(await owner.bankStatementLine.count()).toBe(before)
  })
})
