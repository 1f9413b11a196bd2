import { beforeAll, describe, expect, it } from 'vitest'
import { markSentByBank } from '~/modules/aftersales/refund-by-bank.server'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { toYuan } from '~/platform/money'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { compareSide } from './compare-side.server'
import { findDifferences } from './find-differences.server'
import { importStatement } from './import-statement.server'

let actor: Actor
let sellerId: string
let count = 0

beforeAll(async () => {
  await buildGround()
  actor = await buildActor({ role: 'finance' })
  sellerId = (await buildSeller()).sellerId
})

const today = async () => dayOf(await appNow())

/** A refund of ¥3.00 that finance has sent from the bank, under the bank's number. */
async function sent(): Promise<string> {
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
  const paymentId = await pay(orderId)
  await owner.payment.update({ where: { id: paymentId }, data: { sessionId: null } })
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  await refundParcel(actor, sellerOrderId, {
    lines: [],
    postage: 300n,
    bearer: 'seller',
    byBank: true,
    reason: '测试',
  })
  const { id: refundId } = await owner.refund.findFirstOrThrow({ where: { paymentId } })
  count += 1
  const bankRef = `T${count}`
  await markSentByBank({ actor, refundId, bankRef, sentOn: await today() })
  return bankRef
}

/** A statement of the day: a number, and the fen that left (negative) or came. */
async function state(...bookings: [string, bigint][]): Promise<void> {
  const day = await today()
  const rows = bookings.map(([ref, fen]) =>
    fen < 0n ? `${ref},${day},${toYuan(-fen)},,退款` : `${ref},${day},,${toYuan(fen)},来款`,
  )
  const bytes = new TextEncoder().encode(['流水号,交易日期,支出,收入,摘要', ...rows].join('\r\n'))
  expect((await importStatement({ actor, bytes })).faults).toEqual([])
}

/** What is open about these numbers; without any, all that is open. */
async function found(...refs: string[]) {
  await compareSide({ source: 'bank', until: new Date() })
  return (await findDifferences()).open
    .filter(({ objectRef }) => refs.length === 0 || refs.includes(objectRef))
    .map(({ kind, objectRef, books, other }) => [kind, objectRef, books, other])
}

describe('refunds that were sent from the bank', () => {
  it('are found on the statement by the bank’s number: no alarm', async () => {
    const refs = [await sent(), await sent()]
    await state(...refs.map((ref): [string, bigint] => [ref, -300n]))
    await passDays(4)
    expect(await found()).toEqual([])
  })

  it('wait three days for their line, and are missing then', async () => {
    const ref = await sent()
    await state(['OTHER', 100n])
    expect(await found(ref)).toEqual([])
    await passDays(4)
    expect(await found(ref)).toEqual([['missing_there', ref, -300, null]])
  })

  it.each([299n, 301n])('differ when the bank sent %s fen', async (fen) => {
    const ref = await sent()
    await state([ref, -fen])
    expect(await found(ref)).toEqual([['amount', ref, -300, -Number(fen)]])
  })

  it('that left a second time under another number are found as what nobody noted', async () => {
    const ref = await sent()
    await state([ref, -300n], ['T-again', -300n])
    expect(await found(ref, 'T-again')).toEqual([['missing_in_books', 'T-again', null, -300]])
  })
})
