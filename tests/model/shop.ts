import type { Actor } from '~/modules/auth/actor'
import { env } from '~/platform/env.server'
import { steerSandbox } from '../../scripts/stripe-sandbox/steer'
import { mandateDays } from '../fixtures/mandates'
import { owner } from '../fixtures/owner'
import type { buildFinance } from '../fixtures/payouts'
import { buildPromotion } from '../fixtures/promotions'
import { buildBankAccount, buildPerson, buildPiece, buildSeller } from '../fixtures/world'
import { type Piece, terms } from './state'

type Seller = Awaited<ReturnType<typeof buildSeller>>

/** An attempt as the provider names it. */
export type RealAttempt = { url: string; sessionId: string; disputeRef: string }

/** A parcel with the ids of its lines in the order of the model's. */
export type RealParcel = { id: string; lineIds: string[] }

export type RealOrder = { id: string; parcels: RealParcel[]; attempts: RealAttempt[] }

/** The real shop of one sequence: two makers with their pieces, the broker of the first, two people of finance; nobody else ever meets them. */
export type Shop = {
  sellers: readonly [Seller, Seller]
  brokerId: string
  variantIds: string[]
  /** the pieces in the order in which a basket of them is read: by maker, then by variant */
  reading: number[]
  codes: { platform: string; own: string }
  preparer: Actor
  approver: Actor
  orders: RealOrder[]
  batchIds: string[]
  steer: (command: string, fields: Record<string, string>) => Promise<unknown>
  /** entries of the ledger that were booked before are not looked at */
  lastEntry: bigint
  /** what was booked since the beginning, by account as the model names it */
  seen: Map<string, number>
}

/** Every sequence begins at ten in the morning in Lanzhou of a day that no earlier one has seen: the clock never goes back. */
const nextMorning = `
  UPDATE "Clock" SET "offsetSeconds" = extract(epoch FROM
    (date_trunc('day', app_now() AT TIME ZONE 'Asia/Shanghai') + interval '1 day 10 hours') AT TIME ZONE 'Asia/Shanghai' - date_trunc('second', now()))::bigint`

/** A thousand sequences take the clock through more than a century. */
const neverReached = new Date('9000-01-01')

type SoldPiece = Omit<Piece, 'reserved'>

export async function openShop(
  pieces: readonly SoldPiece[],
  finance: Awaited<ReturnType<typeof buildFinance>>,
): Promise<Shop> {
  await owner.$executeRawUnsafe(nextMorning)
  const [first, second, broker] = await Promise.all([buildSeller(), buildSeller(), buildPerson()])
  const signedAt = new Date('2020-01-01')
  const [now] = await owner.$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`
  const mandate = {
    sellerId: first.sellerId,
    agentPersonId: broker.personId,
    scope: ['orders'],
    capBps: 1000,
    cutBps: 800,
    // by the shop's clock, which each sequence moves on
    ...mandateDays(now?.at.getTime()),
    signedByPrincipalAt: signedAt,
    signedByAgentAt: signedAt,
  }
  const sellers = [first, second] as const
  const [built] = await Promise.all([
    Promise.all(pieces.map((piece) => pieceOf(sellers, piece))),
    owner.mandate.create({ data: mandate }),
    ...sellers.map(({ sellerId, person }) => buildBankAccount({ sellerId, key: person.key })),
    buildBankAccount({ personId: broker.personId, key: broker.key }),
  ])
  const { _max } = await owner.ledgerEntry.aggregate({ _max: { id: true } })
  return {
    sellers,
    brokerId: broker.personId,
    variantIds: built.map(({ variantId }) => variantId),
    reading: readingOf(sellers, pieces, built),
    codes: await openPromotions(first.sellerId),
    ...finance,
    orders: [],
    batchIds: [],
    steer: steerSandboxOf(),
    lastEntry: _max.id ?? 0n,
    seen: new Map(),
  }
}

/** Promotions of this sequence alone: none of them applies by itself. */
async function openPromotions(sellerId: string): Promise<Shop['codes']> {
  const [platform, own] = await Promise.all([
    buildPromotion({ percentBps: terms.promotionBps, validTo: neverReached }),
    buildPromotion({ percentBps: terms.ownPromotionBps, bearer: 'seller', sellerId, validTo: neverReached }),
  ])
  return { platform: platform.code ?? '', own: own.code ?? '' }
}

function readingOf(
  sellers: readonly [Seller, Seller],
  pieces: readonly SoldPiece[],
  built: readonly { variantId: string }[],
): number[] {
  const key = (at: number) => `${sellers[pieces[at]?.seller ?? 0].sellerId}|${built[at]?.variantId ?? ''}`
  return pieces.map((_, at) => at).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function steerSandboxOf() {
  const sandbox = { origin: new URL(env.STRIPE_API_BASE ?? ''), secretKey: env.STRIPE_SECRET_KEY ?? '' }
  return (command: string, fields: Record<string, string>) => steerSandbox(sandbox, command, fields)
}

function pieceOf(sellers: readonly [Seller, Seller], { seller, price, isMade, onHand }: SoldPiece) {
  return buildPiece({
    sellerId: sellers[seller].sellerId,
    makeMode: isMade ? 'made_to_order' : 'stock',
    stock: onHand,
    priceFen: BigInt(price),
  })
}

/** What is still owed to these makers is in nobody else's batch. */
export async function closeShop({ sellers, brokerId }: Shop): Promise<void> {
  await owner.bankAccount.updateMany({
    where: {
      party: {
        OR: [...sellers.map(({ sellerId }) => ({ sellerId })), { personId: brokerId }],
      },
    },
    data: { closedAt: new Date() },
  })
}
