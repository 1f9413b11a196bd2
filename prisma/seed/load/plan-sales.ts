import { addDays, dayOf, startOf } from '~/platform/calendar'
import { buyers } from '../data/buyers'
import type { BuyerSeed } from '../data/types'
import { before, type LoadContext, type LoadedGoods, need } from './load-context'

/** One seller's part of a sample order: what, and the days on which things happened. Null = has not happened. */
export type PlannedParcel = {
  sellerKey: string
  lines: { goods: LoadedGoods; quantity: number }[]
  shipBy: string
  shippedAt: Date | null
  receivedAt: Date | null
  receivedHow: 'buyer' | 'lapse'
  completeAfter: Date | null
  completedAt: Date | null
}

export type PlannedOrder = {
  buyer: BuyerSeed
  isMember: boolean
  placedAt: Date
  paidAt: Date | null
  parcels: PlannedParcel[]
}

const historyDays = 92
const hour = 60 * 60 * 1000

/** Three months of orders, oldest first: a few a day, more towards the end; some parcels late, some on the way, the last ones still to make. */
export function planSales(context: LoadContext): PlannedOrder[] {
  const { random, now } = context
  const stock = new Map(
    context.goods.map((goods) => [goods.variantId, goods.makeMode === 'one_of_a_kind' ? 0 : 40]),
  )
  const plans: PlannedOrder[] = []
  for (let age = historyDays; age >= 0; age -= 1) {
    const orders = 1 + Math.floor(random() * (age < 30 ? 5 : 3))
    for (let index = 0; index < orders; index += 1) {
      const placedAt = before(now, age, 2 + random() * 9)
      plans.push(planOrder(context, placedAt, pickGoods(context, placedAt, stock)))
    }
  }
  plans.push(...planForTheDemo(context), ...planForTheBase(context))
  return plans.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime())
}

/** Work in the two demo artisans' hands today: one piece due today, one late, one on its way. */
function planForTheDemo(context: LoadContext): PlannedOrder[] {
  return ['guilan', 'xiuzhen'].flatMap((sellerKey) => {
    const own = context.goods.filter(
      (goods) => goods.sellerKey === sellerKey && goods.makeMode !== 'one_of_a_kind',
    )
    return [2, 3, 6, 25, 40, 60].flatMap((days, index) => {
      const goods = own[index % own.length]
      return goods ? [planOrder(context, before(context.now, days), [{ goods, quantity: 1 }], index < 2)] : []
    })
  })
}

/** Parts that two makers of the knot base have in hand, which it sends for them. */
function planForTheBase(context: LoadContext): PlannedOrder[] {
  return ['xiaoman', 'heqiao'].map((sellerKey, index) => {
    const goods = context.goods.find((one) => one.sellerKey === sellerKey && one.makeMode !== 'one_of_a_kind')
    if (!goods) throw new Error(`${sellerKey} has nothing that sells twice`)
    return planOrder(context, before(context.now, 1 + index), [{ goods, quantity: 1 }], true)
  })
}

function pickGoods(
  { random, goods, sellers }: LoadContext,
  placedAt: Date,
  stock: Map<string, number>,
): PlannedParcel['lines'] {
  const isOpen = ({ sellerKey }: LoadedGoods) => need(sellers, sellerKey).openSince <= placedAt
  const count = random() < 0.55 ? 1 : random() < 0.7 ? 2 : 3
  const lines: PlannedParcel['lines'] = []
  while (lines.length < count) {
    const at = Math.floor(random() * goods.length)
    // of a shop that opened later, the next one's
    const chosen = goods.slice(at).find(isOpen) ?? goods.find(isOpen)
    if (!chosen || lines.some((line) => line.goods.variantId === chosen.variantId)) continue
    const left = stock.get(chosen.variantId) ?? 0
    const quantity = random() < 0.85 ? 1 : 2
    if (chosen.makeMode === 'one_of_a_kind' || left < quantity) continue
    stock.set(chosen.variantId, left - quantity)
    lines.push({ goods: chosen, quantity })
  }
  return lines
}

function planOrder(
  context: LoadContext,
  placedAt: Date,
  lines: PlannedParcel['lines'],
  keepOpen = false,
): PlannedOrder {
  const { random } = context
  const buyer = buyers[Math.floor(random() * buyers.length)] ?? buyers[0]
  if (!buyer) throw new Error('the sample data has no buyers')
  const isPaid = keepOpen || random() > 0.04
  const paidAt = isPaid ? new Date(placedAt.getTime() + (2 + random() * 6) * 60_000) : null
  const sellerKeys = [...new Set(lines.map((line) => line.goods.sellerKey))]
  return {
    buyer,
    isMember: buyer.phone === '13800000201',
    placedAt,
    paidAt,
    parcels: sellerKeys.map((sellerKey) =>
      planParcel(context, paidAt ?? placedAt, {
        sellerKey,
        lines: lines.filter((line) => line.goods.sellerKey === sellerKey),
        isPaid,
        keepOpen,
      }),
    ),
  }
}

type ParcelStart = { sellerKey: string; lines: PlannedParcel['lines']; isPaid: boolean; keepOpen: boolean }

function planParcel(
  { random, now }: LoadContext,
  paidAt: Date,
  { sellerKey, lines, isPaid, keepOpen }: ParcelStart,
): PlannedParcel {
  const makeDays = Math.max(...lines.map(({ goods }) => goods.makeDays ?? 2))
  const late = random() < 0.06 ? 2 : 0
  const passed = (instant: Date) => (isPaid && instant < now ? instant : null)
  const shippedAt = keepOpen
    ? null
    : passed(
        new Date(paidAt.getTime() + (Math.max(0.6, makeDays * (0.4 + random() * 0.5)) + late) * 24 * hour),
      )
  const receivedHow = random() < 0.75 ? 'buyer' : 'lapse'
  const travel = receivedHow === 'buyer' ? 3 + random() * 3 : 10
  const receivedAt = shippedAt && passed(new Date(shippedAt.getTime() + travel * 24 * hour))
  const completeAfter = receivedAt && startOf(addDays(dayOf(receivedAt), 8))
  const completedAt =
    completeAfter && passed(new Date(completeAfter.getTime() + (5 + random() * 50) * 60_000))
  return {
    sellerKey,
    lines,
    shipBy: addDays(dayOf(paidAt), makeDays),
    shippedAt,
    receivedAt,
    receivedHow,
    completeAfter,
    completedAt,
  }
}
