import { beforeAll, describe, expect, it } from 'vitest'
import { markSentByBank } from '~/modules/aftersales/refund-by-bank.server'
import type { Actor } from '~/modules/auth/actor'
import { cancelOrder } from '~/modules/checkout/cancel-order.server'
import { runDue } from '~/modules/due/run-due.server'
import { verifyLedger } from '~/modules/ledger/verify-ledger.server'
import { syncOrderPayment } from '~/modules/payments/sync-payment.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { owner, passDays, passSeconds } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { goToPay } from '../../../tests/fixtures/shopping'
import {
  buildTransfer,
  buildTransferAccount,
  buildUnpaid,
  recordToday,
  slipPicture,
  transferOf,
} from '../../../tests/fixtures/transfers'
import { bookedLegs } from '../../../tests/fixtures/webhooks'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { chooseTransfer } from './choose-transfer.server'
import { refuseSlip } from './decide-slip.server'
import { unsafeFindTransfer } from './find-transfer.server'
import { handInSlip } from './hand-in-slip.server'
import { leaveTransfer } from './leave-transfer.server'
import { recordTransfer } from './record-transfer.server'
import { sendBack } from './send-back.server'

let sandbox: OpenSandbox
let finance: Actor
let colleague: Actor

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  finance = await buildActor({ role: 'finance' })
  colleague = await buildActor({ role: 'finance' })
})

const orderOf = (orderId: string) => owner.order.findUniqueOrThrow({ where: { id: orderId } })
const statusOf = async (orderId: string) => (await orderOf(orderId)).status
const stockOf = async (variantId: string) => {
  const { onHand, reserved } = await owner.stockItem.findUniqueOrThrow({ where: { variantId } })
  return { onHand, reserved }
}
const attemptsOf = async (orderId: string) => {
  const rows = await owner.payment.findMany({ where: { due: { orderId } }, orderBy: { attempt: 'asc' } })
  return rows.map(({ gateway, state }) => `${gateway} ${state}`)
}
const days = (count: number) => count * 24 * 60 * 60 * 1000
const kindsOf = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 'done' : result.reason.key)).sort()

it('is not offered before the operator has named an account', async () => {
  const { orderId } = await buildUnpaid()
  await expect(chooseTransfer({ orderId })).rejects.toMatchObject({ key: 'transfer.notOffered' })
  await buildTransferAccount()
  await chooseTransfer({ orderId })
  expect(await attemptsOf(orderId)).toEqual(['bank_transfer open'])
})

describe('choosing', () => {
  it('closes the card page, holds the pieces for three days from the order, and is one choice however often it is made', async () => {
    const { orderId, variantId } = await buildUnpaid()
    const url = await goToPay(orderId)
    await Promise.all(Array.from({ length: 5 }, () => chooseTransfer({ orderId })))
    expect(await attemptsOf(orderId)).toEqual(['stripe expired', 'bank_transfer open'])
    await submitPayment(url, { cardNumber: '4242 4242 4242 4242' })
    await syncOrderPayment({ orderId })
    expect(await statusOf(orderId)).toBe('pending_payment')
    const { placedAt, payBy } = await orderOf(orderId)
    expect(payBy.getTime() - placedAt.getTime()).toBe(days(3))
    const held = await owner.stockReservation.findFirstOrThrow({
      where: { orderLine: { sellerOrder: { orderId } } },
    })
    expect(held.expiresAt).toEqual(payBy)
    await passDays(2)
    await runDue()
    expect(await stockOf(variantId)).toEqual({ onHand: 5, reserved: 1 })
    await passDays(1)
    await runDue()
    expect(await statusOf(orderId)).toBe('expired')
    expect(await stockOf(variantId)).toEqual({ onHand: 5, reserved: 0 })
    expect(await attemptsOf(orderId)).toEqual(['stripe expired', 'bank_transfer expired'])
    await expect(chooseTransfer({ orderId })).rejects.toMatchObject({ key: 'order.payTimeOver' })
  })

  it('records the card that was faster instead', async () => {
    const { orderId } = await buildUnpaid()
    await submitPayment(await goToPay(orderId), { method: 'wechat_pay' })
    await expect(chooseTransfer({ orderId })).rejects.toMatchObject({ key: 'order.alreadyPaid' })
    expect(await statusOf(orderId)).toBe('paid')
    expect(await attemptsOf(orderId)).toEqual(['stripe paid'])
  })

  it('closes a page whose address a crash has lost', async () => {
    const { orderId } = await buildUnpaid()
    const url = await goToPay(orderId)
    await owner.payment.updateMany({
      where: { due: { orderId } },
      data: { state: 'created', sessionId: null, sessionUrl: null },
    })
    await chooseTransfer({ orderId })
    await submitPayment(url, { cardNumber: '4242 4242 4242 4242' })
    await syncOrderPayment({ orderId })
    expect(await attemptsOf(orderId)).toEqual(['stripe expired', 'bank_transfer open'])
  })

  it('leaves one way open when two tabs press at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { orderId } = await buildUnpaid()
      const [, card] = await Promise.allSettled([chooseTransfer({ orderId }), goToPay(orderId)])
      const open = await owner.payment.findMany({
        where: { due: { orderId }, state: { in: ['created', 'open'] } },
      })
      expect(new Set(open.map(({ gateway }) => gateway)).size).toBe(1)
      if (open[0]?.gateway !== 'bank_transfer' || card.status === 'rejected') continue
      await submitPayment(card.value, { cardNumber: '4242 4242 4242 4242' })
      await syncOrderPayment({ orderId })
      expect(await statusOf(orderId)).toBe('pending_payment')
    }
  })

  it('opens no card page beside it, and gives way to one when she says so', async () => {
    const { orderId } = await buildUnpaid()
    await chooseTransfer({ orderId })
    await expect(goToPay(orderId)).rejects.toMatchObject({ key: 'order.transferChosen' })
    await leaveTransfer({ orderId })
    const left = (await orderOf(orderId)).payBy.getTime() - (await appNow()).getTime()
    expect(left).toBeLessThanOrEqual(15 * 60_000)
    await submitPayment(await goToPay(orderId), { method: 'alipay' })
    await syncOrderPayment({ orderId })
    expect(await attemptsOf(orderId)).toEqual(['bank_transfer expired', 'stripe paid'])
  })

  it('holds no longer when it is chosen again and again', async () => {
    const { orderId } = await buildUnpaid()
    await chooseTransfer({ orderId })
    const first = (await orderOf(orderId)).payBy
    await passSeconds(3600)
    await leaveTransfer({ orderId })
    await chooseTransfer({ orderId })
    expect((await orderOf(orderId)).payBy).toEqual(first)
  })
})

it('leaves the caps on unpaid orders as they are', async () => {
  const set = async (value: number) => {
    await owner.setting.deleteMany({ where: { key: 'orders.unpaidAtOnce' } })
    await owner.setting.create({
      data: { key: 'orders.unpaidAtOnce', value, validFrom: new Date('2020-01-01') },
    })
  }
  await passDays(10)
  await set(1)
  const { orderId } = await buildUnpaid()
  await chooseTransfer({ orderId })
  await passDays(2)
  await expect(buildUnpaid()).rejects.toMatchObject({ key: 'order.tooManyUnpaid' })
  await set(0)
})

describe('a slip', () => {
  it('waits alone, is refused in words, and may be handed in again', async () => {
    const { orderId, paymentId, slipId } = await buildTransfer()
    const again = () => handInSlip({ orderId, userId: null, bytes: slipPicture })
    await expect(again()).rejects.toMatchObject({ key: 'transfer.slipWaits' })
    await expect(leaveTransfer({ orderId })).rejects.toMatchObject({ key: 'transfer.slipWaits' })
    const refuse = (actor: Actor) =>
      refuseSlip({ actor, paymentId, slipId: slipId ?? '', reason: '看不清金额，请重新拍一张。' })
    expect(kindsOf(await Promise.allSettled([refuse(finance), refuse(colleague)]))).toEqual([
      'done',
      'transfer.moved',
    ])
    await again()
    expect(await unsafeFindTransfer({ orderId })).toMatchObject({
      stage: 'open',
      slips: [{ state: 'submitted' }, { state: 'refused', reason: '看不清金额，请重新拍一张。' }],
    })
    expect(await owner.auditEvent.count({ where: { subjectId: slipId ?? '' } })).toBe(1)
  })

  it('gives time to look for the money, bounded from the order', async () => {
    const { orderId, paymentId } = await buildTransfer()
    const { placedAt } = await orderOf(orderId)
    const heldDays = async () => ((await orderOf(orderId)).payBy.getTime() - placedAt.getTime()) / days(1)
    expect(await heldDays()).toBe(3)
    for (const [passed, least, most] of [
      [2, 3.9, 4.1],
      [2, 5, 5],
    ] as const) {
      await passDays(passed)
      const { slipId } = await transferOf(orderId)
      await refuseSlip({ actor: finance, paymentId, slipId: slipId ?? '', reason: '不清楚' })
      await handInSlip({ orderId, userId: null, bytes: slipPicture })
      expect(await heldDays()).toBeGreaterThanOrEqual(least)
      expect(await heldDays()).toBeLessThanOrEqual(most)
    }
  })

  it('is refused beside its field when it is none, and without a transfer', async () => {
    const { orderId } = await buildUnpaid()
    const hand = (bytes: Uint8Array) => handInSlip({ orderId, userId: null, bytes })
    await expect(hand(slipPicture)).rejects.toMatchObject({ key: 'transfer.notChosen' })
    await chooseTransfer({ orderId })
    await expect(hand(new Uint8Array())).rejects.toMatchObject({ key: 'attachment.none', field: 'slip' })
    await expect(hand(new TextEncoder().encode('转好了'))).rejects.toMatchObject({
      key: 'attachment.badType',
      field: 'slip',
    })
    await expect(hand(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toMatchObject({
      key: 'attachment.tooLarge',
    })
    expect(await owner.transferSlip.count({ where: { payment: { due: { orderId } } } })).toBe(0)
  })
})

describe('money that arrives', () => {
  it('pays the order once, into our bank account, without a fee', async () => {
    const { orderId, paymentId, slipId, amount, variantId } = await buildTransfer()
    expect(await recordToday(finance, { paymentId, slipId, amountFen: amount, bankRef: 'ICBC-0001' })).toBe(
      'paid',
    )
    expect(await statusOf(orderId)).toBe('paid')
    expect(await stockOf(variantId)).toEqual({ onHand: 4, reserved: 0 })
    expect(await bookedLegs(orderId)).toEqual([
      `payment bank:bank ${amount}`,
      `payment platform:held ${-amount}`,
    ])
    expect(await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
      state: 'paid',
      paymentRef: 'ICBC-0001',
      method: 'bank_transfer',
      receivedMinor: amount,
      feeMinor: null,
    })
    expect(await owner.transferSlip.findUniqueOrThrow({ where: { id: slipId ?? '' } })).toMatchObject({
      state: 'accepted',
      decidedById: finance.userId,
    })
    const other = await buildTransfer()
    await expect(
      recordToday(finance, { ...other, amountFen: other.amount, bankRef: 'ICBC-0001' }),
    ).rejects.toMatchObject({ key: 'transfer.refKnown', field: 'bankRef' })
    expect(await transferOf(other.orderId)).toMatchObject({ slipId: other.slipId })
  })

  it('is booked once when two people record the same slip at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { orderId, paymentId, slipId, amount } = await buildTransfer()
      const same = round % 2 === 0 ? `R${round}-${orderId}` : null
      const record = (actor: Actor) =>
        recordToday(actor, {
          paymentId,
          slipId,
          amountFen: amount,
          ...(same ? { bankRef: same } : {}),
        })
      const results = await Promise.allSettled([record(finance), record(colleague)])
      expect(kindsOf(results)).toEqual(['done', 'transfer.moved'])
      expect(await bookedLegs(orderId)).toHaveLength(2)
      expect(await owner.refund.count({ where: { payment: { due: { orderId } } } })).toBe(0)
    }
  })

  it('of one number is booked for one order alone', async () => {
    const [one, two] = [await buildTransfer(), await buildTransfer()]
    const results = await Promise.allSettled(
      [one, two].map(({ paymentId, slipId, amount }) =>
        recordToday(finance, { paymentId, slipId, amountFen: amount, bankRef: 'SAME-1' }),
      ),
    )
    expect(kindsOf(results)).toEqual(['done', 'transfer.refKnown'])
  })

  it('of another amount needs her own word, is set aside, calls staff and can be sent back whole', async () => {
    const { orderId, paymentId, slipId, amount } = await buildTransfer()
    const booking = { paymentId, slipId, amountFen: amount + 1n }
    await expect(recordToday(finance, booking)).rejects.toMatchObject({
      key: 'transfer.amountDiffers',
      field: 'amount',
    })
    expect(await recordToday(finance, { ...booking, isOther: true })).toBe('set_aside')
    expect(await statusOf(orderId)).toBe('pending_payment')
    expect(await bookedLegs(orderId)).toEqual([
      `payment bank:bank ${amount + 1n}`,
      `payment platform:suspense ${-amount - 1n}`,
    ])
    expect(await owner.alert.count({ where: { kind: 'payment_quarantined', subjectId: paymentId } })).toBe(1)
    expect(await unsafeFindTransfer({ orderId })).toMatchObject({ stage: 'set_aside' })
    const back = await Promise.allSettled([
      sendBack({ actor: finance, paymentId }),
      sendBack({ actor: colleague, paymentId }),
    ])
    expect(kindsOf(back)).toEqual(['done', 'transfer.moved'])
    const refund = await owner.refund.findFirstOrThrow({ where: { paymentId } })
    expect(refund).toMatchObject({ route: 'bank', state: 'requested', amountMinor: amount + 1n })
    const sentOn = dayOf(await appNow())
    const sent = (bankRef: string) => markSentByBank({ actor: finance, refundId: refund.id, bankRef, sentOn })
    expect(kindsOf(await Promise.allSettled([sent('OUT-1'), sent('OUT-2')]))).toEqual([
      'aftersales.refundMoved',
      'done',
    ])
    const legs = await bookedLegs(orderId)
    expect(legs).toContain(`refund bank:bank ${-amount - 1n}`)
    expect(legs).toContain(`refund platform:suspense ${amount + 1n}`)
    await chooseTransfer({ orderId })
    expect(await attemptsOf(orderId)).toEqual(['bank_transfer quarantined', 'bank_transfer open'])
    const second = await transferOf(orderId)
    expect(await recordToday(finance, { paymentId: second.paymentId, seen: 1, amountFen: amount })).toBe(
      'paid',
    )
  })

  it('twice goes back by bank', async () => {
    const { orderId, paymentId, slipId, amount } = await buildTransfer()
    await recordToday(finance, { paymentId, slipId, amountFen: amount })
    await expect(recordToday(finance, { paymentId, amountFen: amount })).rejects.toMatchObject({
      key: 'transfer.moved',
    })
    expect(await recordToday(finance, { paymentId, seen: 1, amountFen: amount })).toBe('going_back')
    expect(await attemptsOf(orderId)).toEqual(['bank_transfer paid', 'bank_transfer quarantined'])
    const refunds = await owner.refund.findMany({ where: { payment: { due: { orderId } } } })
    expect(refunds).toMatchObject([{ reason: 'duplicate', route: 'bank', amountMinor: amount }])
  })

  it('is booked on a day from the order to today', async () => {
    const { paymentId, slipId, amount } = await buildTransfer()
    const today = dayOf(await appNow())
    const on = (receivedOn: string) =>
      recordTransfer({
        actor: finance,
        paymentId,
        slipId,
        seen: 0,
        amountFen: amount,
        receivedOn,
        bankRef: `D${paymentId}`,
        isOther: false,
      })
    await expect(on(addDays(today, 1))).rejects.toMatchObject({ key: 'transfer.dayToCome' })
    await expect(on(addDays(today, -1))).rejects.toMatchObject({ key: 'transfer.dayBefore' })
    expect(await on(today)).toBe('paid')
  })
})

describe('late money', () => {
  it('takes the pieces if they are free, else goes back by bank', async () => {
    for (const taken of [false, true]) {
      const { orderId, paymentId, slipId, amount, variantId } = await buildTransfer({ stock: 1 })
      await passDays(6)
      await runDue()
      expect(await statusOf(orderId)).toBe('expired')
      if (taken) await owner.stockItem.update({ where: { variantId }, data: { onHand: 0 } })
      expect(await recordToday(finance, { paymentId, slipId, amountFen: amount })).toBe(
        taken ? 'going_back' : 'paid',
      )
      expect(await statusOf(orderId)).toBe(taken ? 'expired' : 'paid')
      const refunds = await owner.refund.findMany({ where: { paymentId } })
      expect(refunds.map(({ reason, route }) => `${reason} ${route}`)).toEqual(
        taken ? ['late_payment bank'] : [],
      )
      if (!taken) continue
      await markSentByBank({
        actor: finance,
        refundId: refunds[0]?.id ?? '',
        bankRef: `L${paymentId}`,
        sentOn: dayOf(await appNow()),
      })
      expect(await bookedLegs(orderId)).toContain(`refund platform:held ${amount}`)
    }
  })

  it('for a cancelled order with nothing handed in is recorded all the same', async () => {
    const { orderId, amount } = await buildUnpaid()
    await chooseTransfer({ orderId })
    await cancelOrder({ orderId, userId: null, cartId: null })
    await runDue()
    const { paymentId } = await transferOf(orderId)
    expect(await attemptsOf(orderId)).toEqual(['bank_transfer expired'])
    expect(await recordToday(finance, { paymentId, amountFen: amount })).toBe('paid')
  })
})

describe('what meets', () => {
  it('expiry and the record: paid, and never both', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { orderId, paymentId, slipId, amount, variantId } = await buildTransfer({ stock: 1 })
      await owner.order.update({ where: { id: orderId }, data: { payBy: new Date(0) } })
      await Promise.all([runDue(), recordToday(finance, { paymentId, slipId, amountFen: amount })])
      expect(await statusOf(orderId)).toBe('paid')
      expect(await stockOf(variantId)).toEqual({ onHand: 0, reserved: 0 })
    }
  })

  it('expiry and a slip: held, or over', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { orderId, variantId } = await buildUnpaid({ stock: 1 })
      await chooseTransfer({ orderId })
      await owner.order.update({ where: { id: orderId }, data: { payBy: new Date(Date.now() - 60_000) } })
      const [slip] = await Promise.allSettled([
        handInSlip({ orderId, userId: null, bytes: slipPicture }),
        runDue(),
      ])
      const isHeld = slip.status === 'fulfilled'
      expect(await statusOf(orderId)).toBe(isHeld ? 'pending_payment' : 'expired')
      expect(await stockOf(variantId)).toEqual({ onHand: 1, reserved: isHeld ? 1 : 0 })
    }
  })

  it('a card that was paid before its page was closed, and the record: one pays, the other goes back', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { orderId, paymentId, slipId, amount } = await buildTransfer()
      // the provider took the card; its word comes late
      await leaveAndPayByCard(orderId, slipId)
      const results = await Promise.allSettled([
        recordToday(finance, { paymentId, amountFen: amount }),
        syncOrderPayment({ orderId }),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
      expect(await statusOf(orderId)).toBe('paid')
      expect((await attemptsOf(orderId)).map((text) => text.split(' ')[1]).sort()).toEqual([
        'paid',
        'quarantined',
      ])
      const refunds = await owner.refund.findMany({ where: { payment: { due: { orderId } } } })
      expect(refunds).toMatchObject([{ reason: 'duplicate', amountMinor: amount }])
    }
  })
})

/** Her slip is refused, she goes back to the card and pays there; the shop has not heard of it. */
async function leaveAndPayByCard(orderId: string, slipId: string | null): Promise<void> {
  const { paymentId } = await transferOf(orderId)
  await refuseSlip({ actor: finance, paymentId, slipId: slipId ?? '', reason: '没有找到这笔款' })
  await leaveTransfer({ orderId })
  await submitPayment(await goToPay(orderId), { cardNumber: '4242 4242 4242 4242' })
}

it('leaves books that the verifier finds nothing in', async () => {
  expect(await prisma.$transaction(verifyLedger)).toEqual([])
})

it('is refused while the card page cannot be closed', async () => {
  const { orderId } = await buildUnpaid()
  await goToPay(orderId)
  await sandbox.close()
  await expect(chooseTransfer({ orderId })).rejects.toMatchObject({ key: 'order.cardPageStuck', status: 503 })
  expect(await attemptsOf(orderId)).toEqual(['stripe open'])
})
