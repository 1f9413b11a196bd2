import { giveUp, notToGiveUp } from './buying'
import type { Plan } from './commands'
import * as deeds from './deeds'
import { giveBack, restOfLine, restOfPostage } from './giving-back'
import { receive } from './passing'
import { parcelAt, realOrder, realParcel } from './places'

/** Parcels on their way to the buyer, given up, and given back. */
export const parcelPlans = {
  takeBack: (model, args) => {
    const found = parcelAt(model, args)
    if (!found) return null
    const { order, parcel } = found
    return {
      think: () => {
        const refused = notToGiveUp(parcel) ?? (parcel.isBegun ? 'aftersales.begun' : null)
        if (!refused) giveUp(model, order, parcel, true)
        return refused
      },
      act: (shop) => deeds.takeBack(realOrder(shop, found), realParcel(shop, found)),
    }
  },
  cannotMake: (model, args) => {
    const found = parcelAt(model, args)
    if (!found) return null
    const { order, parcel } = found
    const backInStock = (args[2] ?? 0) % 2 === 0
    return {
      think: () => {
        const refused = notToGiveUp(parcel)
        if (!refused) giveUp(model, order, parcel, backInStock)
        return refused
      },
      act: (shop) => deeds.refuse(shop, parcel.seller, realParcel(shop, found), backInStock),
    }
  },
  begin: (model, args) => {
    const found = parcelAt(model, args)
    if (!found) return null
    const { parcel } = found
    return {
      think: () => {
        const isMade = parcel.lines.some(({ piece }) => model.pieces[piece]?.isMade)
        const refused = notToGiveUp(parcel) ?? (isMade ? null : 'aftersales.nothingToMake')
        if (!refused) parcel.isBegun = true
        return refused
      },
      act: (shop) => deeds.begin(shop, parcel.seller, realParcel(shop, found)),
    }
  },
  ship: (model, args) => {
    const found = parcelAt(model, args)
    if (!found) return null
    const { parcel } = found
    return {
      think: () => {
        if (parcel.status === 'pending_payment' || parcel.status === 'cancelled') return 'order.notToShip'
        if (parcel.status === 'to_ship') Object.assign(parcel, { status: 'shipped', shippedAt: model.now })
        return null
      },
      act: (shop) => deeds.ship(shop, parcel.seller, realParcel(shop, found)),
    }
  },
  receive: (model, args) => {
    const found = parcelAt(model, args)
    if (!found) return null
    const { parcel } = found
    return {
      think: () => {
        if (parcel.status === 'shipped') receive(model, parcel)
        return parcel.status === 'received' || parcel.status === 'completed' ? null : 'order.notShipped'
      },
      act: (shop) => deeds.receive(realOrder(shop, found), realParcel(shop, found)),
    }
  },
  giveBack: (model, args) => {
    const found = parcelAt(model, args)
    if (!found) return null
    const { order, parcel } = found
    const [, , how = 0] = args
    // nothing, a fen, a part, all, or a fen too much
    const cuts = [() => 0, () => 1, (rest: number) => Math.floor(rest / 3), (rest: number) => rest]
    const cutOf = (rest: number, way: number) =>
      way % 13 === 12 ? rest + 1 : Math.min(rest, cuts[way % cuts.length]?.(rest) ?? 0)
    const wanted = {
      lines: parcel.lines.map((line, at) => cutOf(restOfLine(line), how + 3 * at)),
      postage: cutOf(restOfPostage(parcel), Math.floor(how / 7)),
      bearer: how % 3 === 0 ? ('platform' as const) : ('seller' as const),
    }
    return {
      think: () => giveBack(model, order, parcel, wanted),
      act: (shop) => deeds.giveBack(shop, realParcel(shop, found), wanted),
    }
  },
} as const satisfies Record<string, Plan>
