import type { Refused } from './buying'
import { newRefund } from './refunding'
import { deal } from './rounding'
import {
  balance,
  type Cut,
  type Given,
  type Line,
  type Model,
  move,
  type Order,
  type Parcel,
  total,
} from './state'

/** What finance wants to give back: of each line an amount, of the postage one. */
export type Wanted = { lines: number[]; postage: number; bearer: 'seller' | 'platform' }

const parts = ['amount', 'borne', 'commission', 'tax', 'broker'] as const

function rest(sold: Cut, given: readonly Cut[]): Cut {
  const left = (part: (typeof parts)[number]) => sold[part] - total(given.map((cut) => cut[part]))
  return {
    amount: left('amount'),
    borne: left('borne'),
    commission: left('commission'),
    tax: left('tax'),
    broker: left('broker'),
  }
}

export function restOfLine(line: Line): number {
  return rest(line, line.given).amount
}

export function restOfPostage({ postage, postageGiven }: Parcel): number {
  return postage - total(postageGiven.map(({ amount }) => amount))
}

/** An amount that goes back of a line takes what the bearer added, commission and broker with it in proportion to what is left, and the tax with the commission. */
function cut(line: Line, amount: number): Cut {
  if (amount === 0) return { amount, borne: 0, commission: 0, tax: 0, broker: 0 }
  const left = rest(line, line.given)
  const share = left.amount + left.borne - left.commission - left.broker
  const [borne = 0] = deal(left.borne, [amount, left.amount - amount])
  const [commission = 0, broker = 0] = deal(amount + borne, [left.commission, left.broker, share])
  const [tax = 0] = left.commission === 0 ? [] : deal(commission, [left.tax, left.commission - left.tax])
  return { amount, borne, commission, tax, broker }
}

/** Finance gives back some of a parcel that was paid. */
export function giveBack(model: Model, order: Order, parcel: Parcel, wanted: Wanted): Refused {
  const paid = order.attempts.find(({ state }) => state === 'paid')
  if (!paid) return 'errors.notFound'
  const isTooMuch =
    parcel.lines.some((line, at) => (wanted.lines[at] ?? 0) > restOfLine(line)) ||
    wanted.postage > restOfPostage(parcel)
  if (isTooMuch) return 'aftersales.tooMuch'
  const amount = total([...wanted.lines, wanted.postage])
  if (amount === 0) return 'aftersales.nothing'
  const returned = total(order.refunds.filter(({ attempt }) => attempt === paid).map((one) => one.amount))
  if (amount > order.total - returned) return 'aftersales.tooMuch'
  decide(model, order, parcel, wanted)
  return null
}

/** All that is left of a parcel that is given up. */
export function giveBackAll(model: Model, order: Order, parcel: Parcel): void {
  const borne = total(
    [...parcel.lines.flatMap(({ given }) => given), ...parcel.postageGiven]
      .filter(({ bearer }) => bearer === 'platform')
      .map(({ amount, borne: added, commission }) => amount + added - commission),
  )
  // what the platform had borne of it will never be earned by its maker
  move(model, 'platform:held', 'platform:refund_loss', borne)
  const wanted: Wanted = {
    lines: parcel.lines.map(restOfLine),
    postage: restOfPostage(parcel),
    bearer: 'seller',
  }
  if (total([...wanted.lines, wanted.postage]) > 0) decide(model, order, parcel, wanted)
}

function decide(model: Model, order: Order, parcel: Parcel, { lines, postage, bearer }: Wanted): void {
  const paid = order.attempts.find(({ state }) => state === 'paid')
  if (!paid) throw new Error('money goes back of what was paid')
  const goods = parcel.lines.map((line, at): Given => ({ ...cut(line, lines[at] ?? 0), bearer }))
  const post: Given = { amount: postage, borne: 0, commission: 0, tax: 0, broker: 0, bearer }
  const sumOf = (part: (typeof parts)[number]) => total([...goods, post].map((given) => given[part]))
  const amount = sumOf('amount')
  const shared = amount + sumOf('borne')
  if (parcel.status !== 'completed') {
    const loss = bearer === 'platform' ? shared - sumOf('commission') : 0
    move(model, 'platform:held', 'platform:refund_due', shared - loss)
    move(model, 'platform:refund_loss', 'platform:refund_due', loss)
  } else {
    if (bearer === 'platform')
      move(model, 'platform:refund_loss', 'platform:refund_due', shared - sumOf('commission'))
    else {
      take(model, `M${parcel.seller}`, shared - sumOf('commission') - sumOf('broker'))
      take(model, 'B', sumOf('broker'))
    }
    move(model, 'platform:commission', 'platform:refund_due', sumOf('commission') - sumOf('tax'))
    move(model, 'platform:tax', 'platform:refund_due', sumOf('tax'))
  }
  // what the bearer added is the bearer's again, not the buyer's
  move(model, 'platform:refund_due', 'platform:promotion', shared - amount)
  for (const [at, given] of goods.entries()) if (given.amount > 0) parcel.lines[at]?.given.push(given)
  if (postage > 0) parcel.postageGiven.push(post)
  order.refunds.push(newRefund(model, paid, amount, parcel))
}

/** What is taken from a balance; what it does not cover is owed. */
function take(model: Model, party: string, amount: number): void {
  const owed = Math.max(0, -balance(model, `${party}:payable`))
  const gap = Math.max(0, amount - owed)
  move(model, `${party}:payable`, 'platform:refund_due', amount - gap)
  move(model, `${party}:seller_debt`, 'platform:refund_due', gap)
}

/** The sale is earned: what is left of it becomes hers, her broker's and the platform's. */
export function earn(model: Model, parcel: Parcel): void {
  const hers = (given: readonly Given[]) => given.filter(({ bearer }) => bearer === 'seller')
  const share = ({ amount, borne, commission, broker }: Cut) => amount + borne - commission - broker
  for (const line of parcel.lines) {
    const left = rest(line, line.given)
    const mine = share(line) - total(hers(line.given).map(share))
    const brokers = line.broker - total(hers(line.given).map(({ broker }) => broker))
    move(model, 'platform:held', `M${parcel.seller}:payable`, mine)
    move(model, 'platform:held', 'B:payable', brokers)
    move(model, 'platform:held', 'platform:commission', left.commission - left.tax)
    move(model, 'platform:held', 'platform:tax', left.tax)
  }
  const postage = parcel.postage - total(hers(parcel.postageGiven).map(({ amount }) => amount))
  move(model, 'platform:held', `M${parcel.seller}:payable`, postage)
}
