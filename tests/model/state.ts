/** What the shop is agreed to do, in numbers: a planted fault of the tests is another set of terms. */
export const terms = {
  commissionBps: 730,
  taxBps: 600,
  brokerBps: 800,
  /** a code that the platform bears, for all goods */
  promotionBps: 1_234,
  /** a code that the first maker bears, for her own */
  ownPromotionBps: 2_345,
  postageFen: 1000,
  postageFreeFromFen: 19_900,
  payMinutes: 15,
  stockShipDays: 2,
  makeDays: 7,
  receivedAfterDays: 10,
  returnDays: 7,
  lateRefundDays: 7,
  walletRefundDays: 90,
  minimumFen: 100,
  debtShareBps: 5_000,
  debtFloorFen: 10_000,
  ratePerMillion: 1_086_500,
  feeBps: 340,
  feeFixed: 235,
  disputeFee: 8_500,
}
export type Terms = typeof terms

/** Who is paid out: two makers, and the broker of the first. */
export const parties = ['M0', 'M1', 'B'] as const
export type Party = (typeof parties)[number]

export type Piece = {
  seller: 0 | 1
  price: number
  isMade: boolean
  onHand: number
  reserved: number
}

/** Which promotion a basket has a code for. */
export const promotions = [null, 'platform', 'own'] as const
export type PromotionKind = (typeof promotions)[number]

/** A cut of money: of a line as it was sold, or of what is given back of it. `amount` is the buyer's part, `borne` what the bearer of a promotion adds to it. */
export type Cut = { amount: number; borne: number; commission: number; tax: number; broker: number }

export type Given = Cut & { bearer: 'seller' | 'platform' }

export type Line = Cut & { piece: number; quantity: number; given: Given[] }

export type Parcel = {
  seller: 0 | 1
  lines: Line[]
  postage: number
  postageGiven: Given[]
  status: 'pending_payment' | 'cancelled' | 'to_ship' | 'shipped' | 'received' | 'completed'
  /** its maker has begun to make it */
  isBegun: boolean
  /** a day */
  shipBy: number
  shippedAt: number
  completeOn: number
  warnedOn: number | null
}

export type Attempt = {
  state: 'open' | 'paid' | 'failed' | 'expired'
  /** how it stands at the provider */
  there: 'open' | 'paid' | 'expired' | 'settles' | 'never' | 'failed'
  method: 'card' | 'slow card' | 'alipay'
  paidAt: number
  dispute: Dispute | null
}

export type Dispute = {
  there: DisputeState
  here: DisputeState | null
  booked: ('taken' | 'back' | 'lost')[]
}
export type DisputeState = 'needs_response' | 'won' | 'lost'

export type Refund = {
  attempt: Attempt
  amount: number
  state: 'requested' | 'sent' | 'succeeded' | 'failed'
  route: 'provider' | 'bank'
  there: 'pending' | 'succeeded' | 'failed' | null
  /** we know the provider's name for it */
  isNoted: boolean
  jobDone: boolean
  parcel: Parcel | null
}

export type Order = {
  total: number
  status: 'pending_payment' | 'paid' | 'expired' | 'cancelled'
  due: 'open' | 'paid' | 'void'
  payBy: number
  parcels: Parcel[]
  attempts: Attempt[]
  refunds: Refund[]
}

export type BatchLine = {
  party: Party
  amount: number
  netted: number
  state: 'prepared' | 'in_transit' | 'paid' | 'failed' | 'cancelled' | 'returned'
}
export type Batch = { state: 'prepared' | 'approved' | 'settled' | 'cancelled'; lines: BatchLine[] }

/** Everything that the model knows. Times are seconds since the beginning, which is ten in the morning of a day in Lanzhou. */
export type Model = {
  terms: Terms
  now: number
  pieces: Piece[]
  /** the pieces in the order in which the shop reads a basket: of two equal remainders the earlier line gets the fen */
  reading: readonly number[]
  orders: Order[]
  batches: Batch[]
  /** by account, debit positive */
  balances: Map<string, number>
}

export const day = 86_400
const startsAt = 10 * 3_600

/** The day in Lanzhou, 0 the first. */
export function dayOf(time: number): number {
  return Math.floor((time + startsAt) / day)
}

/** The first second of a day. */
export function startOf(dayNumber: number): number {
  return dayNumber * day - startsAt
}

export function newModel(
  pieces: readonly Omit<Piece, 'reserved'>[],
  reading: readonly number[],
  agreed: Terms = terms,
): Model {
  return {
    terms: agreed,
    now: 0,
    pieces: pieces.map((piece) => ({ ...piece, reserved: 0 })),
    reading,
    orders: [],
    batches: [],
    balances: new Map(),
  }
}

export function balance(model: Model, account: string): number {
  return model.balances.get(account) ?? 0
}

/** Moves money: every movement is from somewhere to somewhere. */
export function move(model: Model, to: string, from: string, amount: number): void {
  model.balances.set(to, balance(model, to) + amount)
  model.balances.set(from, balance(model, from) - amount)
}

export const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
