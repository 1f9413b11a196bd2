import fc from 'fast-check'
import { expect } from 'vitest'
import type { Refused } from './buying'
import { compare } from './compare'
import { refusalOf } from './deeds'
import { plans } from './plans'
import type { Shop } from './shop'
import type { Model } from './state'

/** What the model says will come of a command, a refusal's key or null, and the deed itself. */
export type Step = { think: () => Refused; act: (shop: Shop) => Promise<unknown> }

/** What a command means as things stand, its arguments taken as numbers of what there is; null when there is nothing to do it to. */
export type Plan = (model: Model, args: readonly number[]) => Step | null

/** A named command with three arguments; the same names and numbers do the same again. */
export class Command implements fc.AsyncCommand<Model, Shop> {
  constructor(
    private readonly name: keyof typeof plans,
    private readonly args: readonly number[],
  ) {}

  check(model: Readonly<Model>): boolean {
    return plans[this.name](model, this.args) !== null
  }

  async run(model: Model, shop: Shop): Promise<void> {
    const step = plans[this.name](model, this.args)
    if (!step) return
    const says = step.think()
    expect(await refusalOf(() => step.act(shop)), this.toString()).toBe(says)
    await compare(model, shop, this.toString())
  }

  toString(): string {
    return `${this.name}(${this.args.join(', ')})`
  }
}

/** How often each command comes, beside the others. */
const weights: Readonly<Record<keyof typeof plans, number>> = {
  buyAndPay: 4,
  buy: 1,
  openPage: 1,
  payOnPage: 1,
  walletsSettle: 1,
  deliver: 4,
  comeBack: 1,
  cancelUnpaid: 1,
  closeOnly: 1,
  takeBack: 1,
  cannotMake: 1,
  begin: 1,
  ship: 4,
  receive: 3,
  giveBack: 3,
  runRefundJob: 1,
  decideRefund: 1,
  refundsSettle: 1,
  hearRefund: 1,
  resendByBank: 1,
  sentByBank: 1,
  openDispute: 1,
  endDispute: 1,
  hearDispute: 1,
  prepare: 2,
  approve: 2,
  dropBatch: 1,
  answer: 2,
  sendBack: 1,
  pass: 5,
}

const args = fc.array(fc.nat(999), { minLength: 3, maxLength: 3 })

/** At most sixty commands. */
export function commands() {
  const names = (Object.keys(weights) as (keyof typeof plans)[]).flatMap((name) =>
    Array<keyof typeof plans>(weights[name]).fill(name),
  )
  return fc.commands(
    names.map((name) => args.map((numbers) => new Command(name, numbers))),
    { maxCommands: 60, size: 'max' },
  )
}
