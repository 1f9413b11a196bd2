import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import type Stripe from 'stripe'
import { z } from 'zod'
import type { PayForm, PayProblem } from './hosted-page'
import type { KeptAnswer } from './idempotency'

/** Stripe's objects as they are kept: references are ids, `expand` puts the objects in their place. */
export type Session = Stripe.Checkout.Session & { payment_intent: string | null }
export type PaymentIntent = Stripe.PaymentIntent & { latest_charge: string | null }
export type Charge = Stripe.Charge & { balance_transaction: string | null; payment_intent: string | null }
export type BalanceTransaction = Stripe.BalanceTransaction & { source: string | null }
export type Refund = Stripe.Refund & { balance_transaction: string | null; charge: string | null }

/** A decimal travels as text, where the SDK's types have its class. */
export type Price = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null }
export type LineItem = Omit<Stripe.LineItem, 'price'> & { price: Price | null }

/** A session with what Stripe keeps about it out of sight. */
export interface SessionRecord {
  id: string
  session: Session
  lineItems: LineItem[]
  paymentMetadata: Stripe.Metadata
  /** The last press of a button that did not pay; never a card number. */
  lastTry?: { form: PayForm; problem: PayProblem }
}

/** An event on its way to the shop. */
export interface Delivery {
  id: string
  /** The exact body, the same at every try. */
  payload: string
  created: number
  tries: number
}

type Table<T> = Map<string, T>

const isObject = (value: unknown) => typeof value === 'object' && value !== null
const rows = <T extends { id: string }>() =>
  z.array(z.custom<T>(isObject)).transform((list): Table<T> => new Map(list.map((row) => [row.id, row])))

const StateFile = z.object({
  version: z.literal(1),
  sessions: rows<SessionRecord>(),
  paymentIntents: rows<PaymentIntent>(),
  charges: rows<Charge>(),
  balanceTransactions: rows<BalanceTransaction>(),
  refunds: rows<Refund>(),
  keptAnswers: rows<KeptAnswer>(),
  deliveries: rows<Delivery>(),
})
export type State = z.output<typeof StateFile>

const EMPTY = {
  version: 1,
  sessions: [],
  paymentIntents: [],
  charges: [],
  balanceTransactions: [],
  refunds: [],
  keptAnswers: [],
  deliveries: [],
}

/** All that the sandbox knows; in memory, and in a file when it is given one. */
export class Store {
  readonly state: State
  #writing: Promise<void> | undefined
  #next: Promise<void> | undefined

  /** Refuses (throws) a file that is not a state of this sandbox: it is the user's to move away, not ours to overwrite. */
  constructor(private readonly file: string | undefined) {
    const read = StateFile.safeParse(file === undefined ? EMPTY : readState(file))
    if (!read.success) throw new Error(`${file} is not a state of this sandbox. Move it away to start anew.`)
    this.state = read.data
  }

  /**
   * Resolves when all that is known now is on the disk. Calls that come while a write is running share the next one, so
   * that a crowd of buyers costs few writes.
   */
  save(): Promise<void> {
    if (this.file === undefined) return Promise.resolve()
    if (this.#writing === undefined) return this.#write(this.file)
    const file = this.file
    this.#next ??= this.#writing
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined
        return this.#write(file)
      })
    return this.#next
  }

  #write(file: string): Promise<void> {
    this.#writing = replaceFile(file, this.#text()).finally(() => {
      this.#writing = undefined
    })
    return this.#writing
  }

  #text(): string {
    const lists = Object.entries(this.state).map(([name, table]) => [
      name,
      table instanceof Map ? [...table.values()] : table,
    ])
    return JSON.stringify(Object.fromEntries(lists))
  }
}

function readState(file: string): unknown {
  if (!existsSync(file)) return EMPTY
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The file is the old text or the new one, never a part of either, whenever the machine stops. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

/** An id as Stripe makes them: a prefix that tells the kind, and letters that cannot be guessed. */
export function newId(prefix: string, length = 24): string {
  const letters = randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
  return `${prefix}${letters.slice(0, length)}`
}
