import { buy, cancelUnpaid, close, hear, offerOf, startPayment, type Wish } from './buying'
import type { Plan } from './commands'
import * as deeds from './deeds'
import { endDispute, hearDispute, openDispute } from './disputing'
import { pass } from './passing'
import { attemptAt, orderAt, realOrder } from './places'
import { moneyPlans } from './plans-of-money'
import { parcelPlans } from './plans-of-parcels'
import { day, type Model, promotions } from './state'

const minutes = 60
const leaps = [20 * minutes, day, 3 * day, 9 * day, 11 * day, 40 * day]

/** One or two of one or two different pieces. */
function wishesOf({ pieces }: Model, [first = 0, second = 0, quantity = 0]: readonly number[]): Wish[] {
  const one = first % pieces.length
  const other = second % pieces.length
  const wishes = [{ piece: one, quantity: 1 + (quantity % 2) }]
  return one === other ? wishes : [...wishes, { piece: other, quantity: 1 + (first % 2) }]
}

/** None, the platform's code, or the first maker's where the basket has something of hers. */
function promotionOf(model: Model, wishes: readonly Wish[], [, , which = 0]: readonly number[]) {
  const kind = promotions[Math.floor(which / 2) % promotions.length] ?? null
  const isHers = wishes.some(({ piece }) => model.pieces[piece]?.seller === 0)
  return kind === 'own' && !isHers ? null : kind
}

const buys: Plan = (model, args) => {
  const wishes = wishesOf(model, args)
  const promotion = promotionOf(model, wishes, args)
  const { total } = offerOf(model, wishes, promotion)
  return {
    think: () => buy(model, wishes, promotion),
    act: (shop) => deeds.buy(shop, { wishes, promotion }, total),
  }
}

export const plans = {
  buy: buys,
  buyAndPay: (model, args) => {
    const wishes = wishesOf(model, args)
    const promotion = promotionOf(model, wishes, args)
    const { total } = offerOf(model, wishes, promotion)
    return {
      think: () => {
        const refused = buy(model, wishes, promotion)
        const order = model.orders.at(-1)
        if (refused || !order) return refused
        startPayment(model, order)
        const attempt = order.attempts.at(-1)
        if (attempt) Object.assign(attempt, { there: 'paid', method: 'card' })
        return null
      },
      act: async (shop) => {
        await deeds.buy(shop, { wishes, promotion }, total)
        const order = shop.orders.at(-1)
        if (!order) return
        await deeds.openPage(order)
        const attempt = order.attempts.at(-1)
        if (attempt) await deeds.payOnPage(attempt, 'card', 'now')
      },
    }
  },
  openPage: (model, args) => {
    const found = orderAt(model, args)
    return (
      found && {
        think: () => startPayment(model, found.order),
        act: (shop) => deeds.openPage(realOrder(shop, found)),
      }
    )
  },
  payOnPage: (model, args) => {
    const found = attemptAt(model, args, ({ there }) => there === 'open')
    if (!found) return null
    const way = (args[1] ?? 0) % 5
    const method = way === 0 ? 'card' : way === 1 ? 'slow card' : 'alipay'
    const settles = way === 3 ? 'later' : way === 4 ? 'never' : 'now'
    return {
      think: () => {
        found.attempt.method = method
        found.attempt.there = settles === 'now' ? 'paid' : settles === 'later' ? 'settles' : 'never'
        return null
      },
      act: (shop) => deeds.payOnPage(found.realIn(shop), method, settles),
    }
  },
  walletsSettle: (model) => {
    const waiting = model.orders
      .flatMap(({ attempts }) => attempts)
      .filter(({ there }) => there === 'settles' || there === 'never')
    if (waiting.length === 0) return null
    return {
      think: () => {
        for (const attempt of waiting) attempt.there = attempt.there === 'settles' ? 'paid' : 'failed'
        return null
      },
      act: deeds.walletsSettle,
    }
  },
  deliver: (model, args) => {
    const found = attemptAt(model, args, () => true)
    if (!found) return null
    const { order, attempt } = found
    const about = (['session', 'payment', 'charge'] as const)[(args[1] ?? 0) % 3] ?? 'session'
    const times = 1 + ((args[2] ?? 0) % 2)
    if (about !== 'session' && attempt.there !== 'paid') return null
    return {
      think: () => {
        // a charge is known by the payment that it paid
        if (about !== 'charge' || attempt.state === 'paid') hear(model, order, attempt)
        return null
      },
      act: (shop) => deeds.tellOf(found.realIn(shop), about, times),
    }
  },
  comeBack: (model, args) => {
    const found = orderAt(model, args)
    const attempt = found?.order.attempts.at(-1)
    if (!found || !attempt) return null
    return {
      think: () => {
        hear(model, found.order, attempt)
        return null
      },
      act: (shop) => deeds.comeBack(realOrder(shop, found)),
    }
  },
  cancelUnpaid: (model, args) => {
    const found = orderAt(model, args)
    return (
      found && {
        think: () => cancelUnpaid(model, found.order),
        act: (shop) => deeds.cancelUnpaid(realOrder(shop, found)),
      }
    )
  },
  closeOnly: (model, args) => {
    const found = orderAt(model, args)
    if (!found) return null
    return {
      think: () => {
        close(model, found.order, 'cancelled')
        return null
      },
      act: (shop) => deeds.closeOnly(realOrder(shop, found)),
    }
  },
  openDispute: (model, args) => {
    const found = attemptAt(
      model,
      args,
      ({ there, method, dispute }) => there === 'paid' && method !== 'alipay' && !dispute,
    )
    if (!found) return null
    return {
      think: () => {
        openDispute(found.attempt)
        return null
      },
      act: (shop) => deeds.openDispute(shop, found.realIn(shop)),
    }
  },
  endDispute: (model, args) => {
    const found = attemptAt(model, args, ({ dispute }) => dispute !== null)
    if (!found) return null
    const outcome = (args[1] ?? 0) % 2 === 0 ? 'won' : 'lost'
    return {
      think: () => {
        endDispute(found.attempt, outcome)
        return null
      },
      act: (shop) => deeds.endDispute(shop, found.realIn(shop), outcome),
    }
  },
  hearDispute: (model, args) => {
    const found = attemptAt(model, args, ({ dispute }) => dispute !== null)
    if (!found) return null
    return {
      think: () => {
        hear(model, found.order, found.attempt)
        hearDispute(model, found.order, found.attempt)
        return null
      },
      act: (shop) => deeds.tellOf(found.realIn(shop), 'dispute', 1),
    }
  },
  pass: (model, [how = 0]) => {
    const seconds = leaps[how % leaps.length] ?? day
    return {
      think: () => {
        pass(model, seconds)
        return null
      },
      act: () => deeds.pass(seconds),
    }
  },
  ...parcelPlans,
  ...moneyPlans,
} as const satisfies Record<string, Plan>
