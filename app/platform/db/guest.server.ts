import type { PrismaClient } from '~/generated/prisma/client'
import type { OwnTransaction } from './own-transaction.server'
import type { Tx } from './prisma.server'
import { overError } from './raw-statements.server'

/** Prisma's own client in a transaction of ours: it comes with the first thing that is asked of it, since most of what a purchase asks is written by hand. */
export class Guest {
  #tx: Promise<Tx> | null = null
  #stay: Promise<unknown> = Promise.resolve()
  #go = () => {}
  #hasLeft = false

  constructor(
    private readonly client: PrismaClient,
    private readonly own: OwnTransaction,
    private readonly timeout: number,
  ) {}

  #come(): Promise<Tx> {
    if (this.#hasLeft) throw overError()
    this.#tx ??= new Promise((resolve, reject) => {
      const left = new Promise<void>((go) => {
        this.#go = go
      })
      const stays = (tx: Tx) => {
        resolve(tx)
        return left
      }
      const { timeout } = this
      this.#stay = this.own.invite(() => this.client.$transaction(stays, { timeout }))
      this.#stay.catch(reject)
    })
    return this.#tx
  }

  /** It leaves before the transaction ends, however the work ended. */
  async staying<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } finally {
      this.#hasLeft = true
      this.#go()
      await this.#stay
    }
  }

  with(verbs: ReadonlyMap<unknown, unknown>): Tx {
    const models = new Map<unknown, unknown>()
    const modelOf = (name: string | symbol) => {
      const known = models.get(name)
      if (known) return known
      const model = new Proxy({}, { get: (_, verb) => this.#verbOf(name, verb) })
      models.set(name, model)
      return model
    }
    return new Proxy(this.client, { get: (_, name): unknown => verbs.get(name) ?? modelOf(name) })
  }

  #verbOf(model: string | symbol, verb: string | symbol) {
    return async (...args: unknown[]): Promise<unknown> => {
      const tx = await this.#come()
      const own: unknown = Reflect.get(tx, model)
      const ask: unknown = typeof own === 'object' && own !== null ? Reflect.get(own, verb) : null
      if (typeof ask !== 'function') throw new TypeError(`${String(model)}.${String(verb)} is nothing to ask`)
      return Reflect.apply(ask, own, args)
    }
  }
}
