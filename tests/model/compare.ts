import { expect } from 'vitest'
import { owner } from '../fixtures/owner'
import type { Shop } from './shop'
import { type Batch, balance, type Model, type Order, parties, type Refund } from './state'

/** The model beside the shop, after every command: orders, dues, attempts, parcels, refunds, disputes, batches, stock, and every balance. */
export async function compare(model: Model, shop: Shop, after: string): Promise<void> {
  const [rows, totals] = await Promise.all([readRows(shop), readMoved(shop)])
  expect(rows, after).toEqual({
    orders: model.orders.map(viewOfOrder),
    stock: model.pieces.map(({ isMade, onHand, reserved }) => (isMade ? null : { onHand, reserved })),
    batches: model.batches.map(viewOfBatch),
  })
  for (const sum of Object.values(totals)) expect(sum, after).toBe(0)
  const names = [...new Set([...shop.seen.keys(), ...model.balances.keys()])].sort()
  const view = (read: (name: string) => number) => Object.fromEntries(names.map((name) => [name, read(name)]))
  expect(
    view((name) => shop.seen.get(name) ?? 0),
    after,
  ).toEqual(view((name) => balance(model, name)))
}

/** Refunds of an order in an order that both sides know: of no parcel first, then parcel by parcel as they were decided. */
export function refundsOf({ refunds }: Order): Refund[] {
  return [...refunds].sort((a, b) => (a.parcel?.seller ?? -1) - (b.parcel?.seller ?? -1))
}

function viewOfOrder(order: Order) {
  return {
    status: order.status,
    due: order.due,
    total: order.total,
    parcels: order.parcels.map(({ status }) => status),
    attempts: order.attempts.map(({ state, dispute }) => ({ state, dispute: dispute?.here ?? null })),
    refunds: refundsOf(order).map(({ amount, state, route }) => ({ amount, state, route })),
  }
}

function viewOfBatch({ state, lines }: Batch) {
  return {
    state,
    lines: Object.fromEntries(
      lines.map(({ party, amount, netted, state: lineState }) => [
        party,
        { amount, netted, state: lineState },
      ]),
    ),
  }
}

async function readRows(shop: Shop) {
  const [row] = await owner.$queryRaw<{ orders: unknown; stock: unknown; batches: BatchRow[] }[]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('status', o.status, 'total', o."totalFen",
        'due', (SELECT d.state FROM "OrderDue" d WHERE d."orderId" = o.id),
        'parcels', (SELECT json_agg(s.status ORDER BY array_position(${shop.sellers.map(({ sellerId }) => sellerId)}::uuid[], s."sellerId")) FROM "SellerOrder" s WHERE s."orderId" = o.id),
        'attempts', (SELECT coalesce(json_agg(json_build_object('state', p.state,
            'dispute', (SELECT x.state FROM "Dispute" x WHERE x."paymentId" = p.id)) ORDER BY p.attempt), '[]')
          FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" WHERE d."orderId" = o.id),
        'refunds', (SELECT coalesce(json_agg(json_build_object('amount', r."amountMinor", 'state', r.state, 'route', r.route)
            ORDER BY (SELECT min(array_position(${shop.sellers.map(({ sellerId }) => sellerId)}::uuid[], s."sellerId")) FROM "RefundLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId"
              WHERE l."refundId" = r.id) NULLS FIRST, r.id), '[]')
          FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId" JOIN "OrderDue" d ON d.id = p."dueId" WHERE d."orderId" = o.id))
        ORDER BY array_position(${shop.orders.map(({ id }) => id)}::uuid[], o.id)), '[]')
        FROM "Order" o WHERE o.id = ANY (${shop.orders.map(({ id }) => id)}::uuid[])) AS orders,
      (SELECT json_agg(CASE WHEN i.id IS NULL THEN NULL ELSE json_build_object('onHand', i."onHand", 'reserved', i.reserved) END ORDER BY v.at)
        FROM unnest(${shop.variantIds}::uuid[]) WITH ORDINALITY AS v (id, at) LEFT JOIN "StockItem" i ON i."variantId" = v.id) AS stock,
      (SELECT coalesce(json_agg(json_build_object('state', b.state, 'lines', (SELECT json_agg(json_build_object('sellerId', p."sellerId", 'personId', p."personId",
          'amount', l."amountFen", 'netted', l."nettedFen", 'state', l.state)) FROM "PayoutLine" l JOIN "Party" p ON p.id = l."partyId" WHERE l."batchId" = b.id))
        ORDER BY array_position(${shop.batchIds}::uuid[], b.id)), '[]')
        FROM "PayoutBatch" b WHERE b.id = ANY (${shop.batchIds}::uuid[])) AS batches`
  if (!row) throw new Error('the shop gave no row')
  return {
    ...row,
    batches: row.batches.map(({ state, lines }) => ({
      state,
      lines: Object.fromEntries(
        lines.map(({ sellerId, personId, ...line }) => [partyOf(shop, sellerId ?? personId ?? ''), line]),
      ),
    })),
  }
}

type BatchRow = {
  state: string
  lines: { sellerId: string | null; personId: string | null; amount: number; netted: number; state: string }[]
}

function partyOf({ sellers, brokerId }: Shop, id: string): string {
  const ids = [...sellers.map(({ sellerId }) => sellerId), brokerId]
  return parties[ids.indexOf(id)] ?? id
}

/** An account as the model names it; one of anybody else keeps its name, and is a divergence. */
function nameIn(shop: Shop, name: string): string {
  const [kind, id = '', ...rest] = name.split(':')
  return kind === 'seller' || kind === 'person' ? [partyOf(shop, id), ...rest].join(':') : name
}

/** What was booked since the last look is added to what was seen; what it sums to, by currency. */
async function readMoved(shop: Shop): Promise<Record<string, number>> {
  const rows = await owner.$queryRaw<{ name: string; currency: string; moved: bigint; last: bigint }[]>`
    SELECT a.name, a.currency, sum(e."amountMinor")::bigint AS moved, max(e.id) AS last
    FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e.id > ${shop.lastEntry} GROUP BY a.id`
  const totals: Record<string, number> = {}
  for (const { name, currency, moved, last } of rows) {
    const account = nameIn(shop, name)
    shop.seen.set(account, (shop.seen.get(account) ?? 0) + Number(moved))
    totals[currency] = (totals[currency] ?? 0) + Number(moved)
    if (last > shop.lastEntry) shop.lastEntry = last
  }
  return totals
}
