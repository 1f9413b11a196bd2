import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import type Stripe from 'stripe'
import { z } from 'zod'
import type { PayForm, PayProblem } from './hosted-page'
import type { KeptAnswer } from './idempotency'
import type { Method } from './world'

/** Stripe's objects as they are kept: references are ids, `expand` puts the objects in their place. */
export type Session = Stripe.Checkout.Session & { payment_intent: string | null }
export type PaymentIntent = Stripe.PaymentIntent & { latest_charge: string | null }
export type Charge = Stripe.Charge & { balance_transaction: string | null; payment_intent: string | null }
export type BalanceTransaction = Stripe.BalanceTransaction & { source: string | null }
export type Refund = Stripe.Refund & { balance_transaction: string | null; charge: string | null }
export type Transfer = Stripe.Transfer & {
  balance_transaction: string | null
  destination: string
  source_transaction: string | null
}
export type Reversal = Stripe.TransferReversal & { balance_transaction: string | null; transfer: string }
export type Payout = Stripe.Payout & { balance_transaction: string | null }
export type Dispute = Stripe.Dispute & { charge: string; payment_intent: string | null }

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

/** What a payment waits for that its buyer has begun and not finished. */
export interface AttemptRecord {
  /** The payment's. */
  id: string
  method: Method
  /** The test payment method of the card; null for a wallet. */
  card: string | null
  /** The page that the payment belongs to, if it has one. */
  session: string | null
  returnUrl: string | null
}

/** A seller's account with what only she and Stripe see. */
export interface AccountRecord {
  id: string
  account: Stripe.Account
  /** What transfers brought, by currency, less what was taken back or went on to her bank. */
  balance: Record<string, number>
}

/** The page behind an account link: for one use. */
export interface AccountLinkRecord {
  id: string
  account: string
  expiresAt: number
  used: boolean
  refreshUrl: string
  returnUrl: string
}

/** An event as the API shows it, but for `pending_webhooks`, which is counted when it is shown. */
export interface EventRecord {
  id: string
  object: 'event'
  account?: string
  api_version: string
  created: number
  data: { object: object; previous_attributes?: object }
  livemode: false
  request: { id: null; idempotency_key: null }
  type: Stripe.Event.Type
  /** The endpoints that have not taken it. */
  undelivered: Endpoint[]
}

export type Endpoint = 'platform' | 'connect'

/** An event on its way to the shop. */
export interface Delivery {
  id: string
  /** Left out by the files of older runs, which knew one endpoint. */
  endpoint?: Endpoint
  event?: string
  /** The exact body, the same at every try. */
  payload: string
  created: number
  tries: number
}

/** Something that happens by itself when its time has come. */
export type Appointment = { id: string; at: number } & (
  | { kind: 'payment_settles' | 'payment_fails'; session: string }
  | { kind: 'refund_succeeds' | 'refund_fails'; refund: string }
  | { kind: 'dispute_won' | 'dispute_lost'; dispute: string; returnsFee: boolean }
  | { kind: 'account_verified'; account: string }
  | { kind: 'payout_arrives'; payout: string }
  | { kind: 'balance_available' }
)

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
  // Not in the files of older runs.
  transfers: rows<Transfer>().default(new Map()),
  reversals: rows<Reversal>().default(new Map()),
  payouts: rows<Payout>().default(new Map()),
  disputes: rows<Dispute>().default(new Map()),
  attempts: rows<AttemptRecord>().default(new Map()),
  files: rows<Stripe.File>().default(new Map()),
  accounts: rows<AccountRecord>().default(new Map()),
  accountLinks: rows<AccountLinkRecord>().default(new Map()),
  events: rows<EventRecord>().default(new Map()),
  appointments: rows<Appointment>().default(new Map()),
  /** How far the sandbox's clock was moved ahead, in seconds. */
  clockAhead: z.number().int().default(0),
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
  /** Something changed since the last save was asked for. */
  isTouched = false
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
    this.isTouched = false
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
