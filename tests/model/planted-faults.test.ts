import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFinance } from '../fixtures/payouts'
import { Command } from './commands'
import { layGround } from './ground'
import { runSequence } from './run-sequence'
import { type Terms, terms } from './state'

let ground: Awaited<ReturnType<typeof layGround>>
let finance: Awaited<ReturnType<typeof buildFinance>>

beforeAll(async () => {
  ground = await layGround()
  finance = await buildFinance()
})
afterAll(() => ground.close())

const goods = [
  { seller: 0 as const, price: 25_037, isMade: false, onHand: 5 },
  { seller: 0 as const, price: 9_990, isMade: true, onHand: 0 },
  { seller: 1 as const, price: 6_813, isMade: false, onHand: 5 },
]

/** A sale of a ready piece, from the basket to the payout, and a refund that she then owes; the debt goes against her next payout. */
const story = () => [
  new Command('buyAndPay', [0, 0, 0]),
  new Command('deliver', [0, 0, 0]),
  new Command('ship', [0, 0, 0]),
  new Command('receive', [0, 0, 0]),
  new Command('pass', [3, 0, 0]),
  new Command('prepare', [0, 0, 0]),
  new Command('approve', [0, 1, 0]),
  new Command('answer', [0, 0, 1]),
  new Command('giveBack', [0, 0, 2]),
  new Command('runRefundJob', [0, 0, 0]),
  new Command('buyAndPay', [0, 2, 3]),
  new Command('deliver', [1, 0, 0]),
  new Command('ship', [1, 0, 0]),
  new Command('ship', [1, 1, 0]),
  new Command('receive', [1, 0, 0]),
  new Command('pass', [3, 0, 0]),
  new Command('prepare', [0, 0, 0]),
  new Command('pass', [0, 0, 0]),
]

const run = (agreed: Terms) => runSequence(goods, story(), finance, agreed)

it('a model with the right terms agrees', { timeout: 60_000 }, () => run(terms))

const faults: [string, Partial<Terms>, RegExp][] = [
  ['takes another commission', { commissionBps: 731 }, /^pass/],
  ['forgets the tax in it', { taxBps: 0 }, /^pass/],
  ['gives the broker a fen less in ten thousand', { brokerBps: 799 }, /^pass/],
  ['takes another part off by a code', { promotionBps: 1_233 }, /^buyAndPay/],
  ['asks postage for what is sent free', { postageFreeFromFen: 30_000 }, /^buyAndPay/],
  ['completes a sale a day late', { returnDays: 9 }, /^pass/],
  ['settles at another rate', { ratePerMillion: 1_086_600 }, /^deliver/],
  ['keeps back another part of a debt', { debtShareBps: 1_000 }, /^prepare/],
]

it.each(faults)('a model that %s differs at once', { timeout: 60_000 }, async (_, fault, where) => {
  await expect(run({ ...terms, ...fault })).rejects.toThrow(where)
})
