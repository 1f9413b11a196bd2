import type { Plan } from './commands'
import { refundsOf } from './compare'
import * as deeds from './deeds'
import { answer, approve, dropBatch, prepare, sendBack } from './paying-out'
import { the } from './places'
import { decideRefund, resendByBank, runRefundJob, sendRefund, sentByBank } from './refunding'
import type { Shop } from './shop'
import type { Model, Refund } from './state'

function refundAt({ orders }: Model, [which = 0]: readonly number[], fits: (refund: Refund) => boolean) {
  const all = orders.flatMap((order, at) =>
    refundsOf(order).map((refund, number) => ({
      refund,
      realIn: async (shop: Shop) => {
        const real = the(shop.orders[at])
        const parcelAt = refund.parcel ? order.parcels.indexOf(refund.parcel) : -1
        return { ...the((await deeds.refundsOf(real))[number]), parcel: real.parcels[parcelAt] }
      },
    })),
  )
  const fitting = all.filter(({ refund }) => fits(refund))
  return fitting[which % Math.max(1, fitting.length)] ?? null
}

function batchAt({ batches }: Model, [which = 0]: readonly number[]) {
  const at = which % Math.max(1, batches.length)
  const batch = batches[at]
  return batch ? { batch, idIn: (shop: Shop) => the(shop.batchIds[at]) } : null
}

const any = () => true

/** Refunds on their way, and payouts. */
export const moneyPlans = {
  runRefundJob: (model, args) => {
    const found = refundAt(model, args, ({ route, jobDone }) => route === 'provider' || jobDone)
    if (!found) return null
    return {
      think: () => {
        runRefundJob(model, found.refund)
        return null
      },
      act: async (shop) => deeds.runRefundJob((await found.realIn(shop)).id),
    }
  },
  decideRefund: (model, args) => {
    const found = refundAt(model, args, ({ there }) => there !== null)
    if (!found) return null
    const to = (args[1] ?? 0) % 3 === 0 ? 'succeeded' : 'failed'
    return {
      think: () => {
        decideRefund(found.refund, to)
        return null
      },
      act: async (shop) => deeds.decideRefund(shop, (await found.realIn(shop)).providerRef ?? '', to),
    }
  },
  refundsSettle: (model) => {
    const { orders } = model
    const pending = orders.flatMap((order, at) =>
      refundsOf(order).flatMap((refund, number) =>
        refund.there === 'pending' ? [{ at, number, refund }] : [],
      ),
    )
    if (pending.length === 0) return null
    return {
      think: () => {
        for (const { refund } of pending) {
          decideRefund(refund, 'succeeded')
          sendRefund(model, refund)
        }
        return null
      },
      act: async (shop) => {
        for (const { at, number } of pending) {
          const real = the((await deeds.refundsOf(the(shop.orders[at])))[number])
          await deeds.decideRefund(shop, real.providerRef ?? '', 'succeeded')
          await deeds.tell('refund.updated', real.providerRef ?? '', 1)
        }
      },
    }
  },
  hearRefund: (model, args) => {
    const found = refundAt(model, args, ({ isNoted }) => isNoted)
    if (!found) return null
    return {
      think: () => {
        sendRefund(model, found.refund)
        return null
      },
      act: async (shop) => deeds.tell('refund.updated', (await found.realIn(shop)).providerRef ?? '', 1),
    }
  },
  resendByBank: (model, args) => {
    const found = refundAt(model, args, any)
    if (!found) return null
    return {
      think: () => resendByBank(found.refund),
      act: async (shop) => {
        const { id } = await found.realIn(shop)
        return deeds.resend(shop, id)
      },
    }
  },
  sentByBank: (model, args) => {
    const found = refundAt(model, args, any)
    if (!found) return null
    return {
      think: () => sentByBank(model, found.refund),
      act: async (shop) => {
        const { id } = await found.realIn(shop)
        return deeds.sentByBank(shop, id)
      },
    }
  },
  prepare: (model) => ({ think: () => prepare(model), act: deeds.prepare }),
  approve: (model, args) => {
    const found = batchAt(model, args)
    if (!found) return null
    const isPreparer = (args[1] ?? 0) % 5 === 0
    return {
      think: () => approve(model, found.batch, isPreparer),
      act: (shop) => deeds.approve(shop, found.idIn(shop), isPreparer),
    }
  },
  dropBatch: (model, args) => {
    const found = batchAt(model, args)
    if (!found) return null
    return {
      think: () => dropBatch(found.batch),
      act: (shop) => deeds.dropBatch(shop, found.idIn(shop)),
    }
  },
  answer: (model, args) => {
    const found = batchAt(model, args)
    if (!found) return null
    const [, which = 0, how = 0] = args
    const lines = found.batch.lines.filter((_, at) => which % 3 === 0 || (which + at) % 2 === 0)
    if (lines.length === 0) return null
    const said = new Map(lines.map((line, at) => [line, (how + at) % 3 !== 0]))
    const byParty = new Map(lines.map((line) => [line.party, said.get(line) === true]))
    return {
      think: () => answer(model, found.batch, said),
      act: (shop) => deeds.answer(shop, found.idIn(shop), byParty),
    }
  },
  sendBack: (model, args) => {
    const found = batchAt(model, args)
    if (!found) return null
    const line = found.batch.lines[(args[1] ?? 0) % found.batch.lines.length]
    if (!line) return null
    return {
      think: () => sendBack(model, line),
      act: (shop) => deeds.sendBack(shop, found.idIn(shop), line.party),
    }
  },
} as const satisfies Record<string, Plan>
