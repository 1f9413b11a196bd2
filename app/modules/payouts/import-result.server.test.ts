import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { prisma } from '~/platform/db/prisma.server'
import { toYuan } from '~/platform/money'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildFinance,
  buildOwedSeller,
  linesOf,
  moneyOf,
  owedTo,
  payables,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { buildGround } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { findPayoutFigures } from './find-payout-figures.server'
import { findPayoutLines } from './find-payout-lines.server'
import { importResult } from './import-result.server'

beforeAll(buildGround)

type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** A batch of new sellers, approved. */
async function sentBatch(count: number) {
  const { preparer, approver } = await buildFinance()
  const sellers = []
  for (let index = 0; index < count; index++)
    sellers.push(await buildOwedSeller({ number: `62170000123400${10 + index}` }))
  const { batchId } = await preparedBatch(preparer)
  await approveBatch({ actor: approver, batchId })
  return { batchId, approver, sellers, lines: await linesOf(batchId) }
}

function rowOf(line: Line, outcome = '成功', reason = '') {
  return [line.seq, line.bankAccount?.last4, toYuan(line.amountFen), outcome, reason].join(',')
}

function file(rows: string[]): Uint8Array {
  return new TextEncoder().encode(`序号,账号尾号,金额,结果,原因\r\n${rows.join('\r\n')}\r\n`)
}

const take = (actor: Actor, batchId: string, rows: string[]) =>
  importResult({ actor, batchId, bytes: file(rows) })

describe('the bank’s answer', () => {
  it('books what was paid and what came back, settles the batch, and changes nothing when repeated', async () => {
    const { batchId, approver, lines } = await sentBatch(3)
    const bankBefore = await findBalance(prisma, { system: 'bank', kind: 'bank' })
    const [lost, ...paid] = lines
    if (!lost) throw new Error('no line')
    const rows = [rowOf(lost, '失败', '户名与账号不符'), ...paid.map((line) => rowOf(line))]
    expect(await take(approver, batchId, rows)).toEqual({ paid: 2, failed: 1, faults: [] })
    for (const { party, amountFen } of paid) {
      const sellerId = party.sellerId ?? ''
      expect([await owedTo(sellerId), await moneyOf(sellerId, 'in_transit')]).toEqual([0n, 0n])
      const money = await findSellerMoney({ actor: { ...approver, sellerIds: [sellerId] } })
      expect(money).toMatchObject({ payableFen: 0, inTransitFen: 0, paidFen: Number(amountFen) })
    }
    const lostSeller = lost.party.sellerId ?? ''
    expect(await owedTo(lostSeller)).toBe(lost.amountFen)
    expect(await moneyOf(lostSeller, 'in_transit')).toBe(0n)
    const paidFen = paid.reduce((total, { amountFen }) => total + amountFen, 0n)
    expect(await findBalance(prisma, { system: 'bank', kind: 'bank' })).toBe(bankBefore - paidFen)
    const batch = await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })
    expect(batch.state).toBe('settled')
    expect(batch.settledAt).not.toBeNull()
    const entries = await owner.ledgerEntry.count()
    const events = await owner.payoutEvent.count({ where: { batchId } })
    expect(await take(approver, batchId, rows)).toEqual({ paid: 0, failed: 0, faults: [] })
    expect(await owner.ledgerEntry.count()).toBe(entries)
    expect(await owner.payoutEvent.count({ where: { batchId } })).toBe(events)
    const figures = await findPayoutFigures()
    const [inTransit, paidRows] = [await findPayoutLines('in_transit'), await findPayoutLines('paid')]
    expect(inTransit.sumFen).toBe(figures.inTransitFen)
    expect(paidRows.sumFen).toBe(figures.paidThisMonthFen)
    expect(paidRows.count).toBe(figures.paidThisMonthCount)
  })

  it('lets a payment that came back into the next batch with the bank’s words and one more attempt', async () => {
    const { batchId, approver, lines } = await sentBatch(1)
    const rows = lines.map((line) => rowOf(line, '失败', '账户状态异常'))
    await take(approver, batchId, rows)
    const sellerId = lines.at(-1)?.party.sellerId
    const again = (await payables()).find((row) => row.sellerId === sellerId)
    expect(again).toMatchObject({ outcome: 'ready', attempt: 2, lastFailure: '账户状态异常' })
    const { preparer } = await buildFinance()
    const next = await preparedBatch(preparer)
    expect(next.lines.find(({ party }) => party.sellerId === sellerId)).toMatchObject({ attempt: 2 })
    await approveBatch({ actor: approver, batchId: next.batchId })
    await take(
      approver,
      next.batchId,
      next.lines.map((line) => rowOf(line)),
    )
    expect(await owedTo(sellerId ?? '')).toBe(0n)
  })

  it('may come in parts; the batch waits for the rest', async () => {
    const { batchId, approver, lines } = await sentBatch(2)
    const [first, ...rest] = lines
    if (!first) throw new Error('no line')
    expect(await take(approver, batchId, [rowOf(first)])).toMatchObject({ paid: 1 })
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'approved',
    })
    expect(
      await take(
        approver,
        batchId,
        lines.map((line) => rowOf(line)),
      ),
    ).toMatchObject({ paid: rest.length })
    expect(await owner.payoutBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'settled',
    })
  })

  it('is taken whole or not at all, with every fault told', async () => {
    const { batchId, approver, lines } = await sentBatch(2)
    const [first, second] = lines
    if (!first || !second) throw new Error('no line')
    const { faults } = await take(approver, batchId, [
      rowOf(first),
      rowOf({ ...second, amountFen: second.amountFen + 1n }),
      rowOf({ ...second, seq: 99 }),
      rowOf({ ...first, bankAccount: { last4: '0000' } }),
    ])
    expect(faults.map(({ row, key }) => [row, key])).toEqual([
      [3, 'payout.rowOtherAmount'],
      [4, 'payout.rowUnknown'],
      [5, 'payout.rowTwice'],
    ])
    expect((await linesOf(batchId)).every(({ state }) => state === 'in_transit')).toBe(true)
    const wrongTail = await take(approver, batchId, [rowOf({ ...first, bankAccount: { last4: '0000' } })])
    expect(wrongTail.faults).toMatchObject([{ row: 2, key: 'payout.rowOtherAccount' }])
    await take(
      approver,
      batchId,
      lines.map((line) => rowOf(line)),
    )
    const turned = await take(approver, batchId, [rowOf(first, '失败', '退汇')])
    expect(turned.faults).toMatchObject([{ row: 2, key: 'payout.rowOtherResult' }])
  })

  it('counts once when two import it at the same time', async () => {
    const { batchId, approver, lines } = await sentBatch(2)
    const rows = lines.map((line) => rowOf(line))
    const results = await Promise.all(Array.from({ length: 8 }, () => take(approver, batchId, rows)))
    expect(results.reduce((total, { paid }) => total + paid, 0)).toBe(lines.length)
    for (const { party } of lines) expect(await moneyOf(party.sellerId ?? '', 'in_transit')).toBe(0n)
  })

  it('is refused before anybody has approved', async () => {
    const { preparer } = await buildFinance()
    await buildOwedSeller()
    const { batchId, lines } = await preparedBatch(preparer)
    await expect(
      take(
        preparer,
        batchId,
        lines.map((line) => rowOf(line)),
      ),
    ).rejects.toMatchObject({
      key: 'payout.notSent',
    })
  })
})
