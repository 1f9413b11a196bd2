import { dayOf, toDateColumn } from '~/platform/calendar'
import { shareOf, sum } from '~/platform/money'
import { blindIndex, createDataKey, seal } from '~/platform/secrets/envelope.server'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { idAt, type LoadContext, need } from './load-context'
import { type PlannedOrder, type PlannedParcel, planSales } from './plan-sales'

/** A line that was earned, for the ledger. */
export type SoldLine = {
  lineId: string
  makerRowId: string
  makerId: string | null
  amountFen: bigint
  commissionFen: bigint
}
export type SoldParcel = PlannedParcel & {
  id: string
  orderId: string
  postageFen: bigint
  itemsFen: bigint
  sold: SoldLine[]
}
export type SoldOrder = PlannedOrder & {
  id: string
  totalFen: bigint
  paymentId: string | null
  sold: SoldParcel[]
}

const commissionBps = 500

/** Writes the planned orders as the verbs would have left them, each step with its event. */
export async function loadOrders(context: LoadContext): Promise<SoldOrder[]> {
  const plans = planSales(context)
  const orders: SoldOrder[] = []
  for (const [index, plan] of plans.entries()) orders.push(await loadOrder(context, plan, index))
  return orders
}

async function loadOrder(context: LoadContext, plan: PlannedOrder, index: number): Promise<SoldOrder> {
  const { tx } = context
  const id = idAt(plan.placedAt)
  const parcels = plan.parcels.map((parcel) => {
    const itemsFen = sum(parcel.lines.map(({ goods, quantity }) => goods.priceFen * BigInt(quantity)))
    return {
      ...parcel,
      id: idAt(plan.placedAt),
      orderId: id,
      itemsFen,
      postageFen: itemsFen >= 19_900n ? 0n : 1000n,
    }
  })
  const itemsFen = sum(parcels.map((parcel) => parcel.itemsFen))
  const postageFen = sum(parcels.map((parcel) => parcel.postageFen))
  const status = plan.paidAt ? ('paid' as const) : ('expired' as const)
  const day = dayOf(plan.placedAt)
  await tx.order.create({
    data: {
      id,
      number: `${day.slice(2, 4)}${day.slice(5, 7)}-${String(100_000 + index * 37).slice(-6)}`,
      status,
      buyerPartyId: plan.isMember ? await memberParty(context, plan.buyer.phone) : null,
      itemsFen,
      postageFen,
      totalFen: itemsFen + postageFen,
      accessHash: tokenHash(randomToken(16)),
      placedAt: plan.placedAt,
      payBy: new Date(plan.placedAt.getTime() + 15 * 60_000),
      paidAt: plan.paidAt,
      closedAt: plan.paidAt ? null : new Date(plan.placedAt.getTime() + 15 * 60_000),
      isSample: true,
      events: {
        create: [
          { status: 'pending_payment', at: plan.placedAt, cause: 'buyer' },
          plan.paidAt
            ? { status: 'paid', at: plan.paidAt, cause: 'payment' }
            : { status: 'expired', at: new Date(plan.placedAt.getTime() + 15 * 60_000), cause: 'sweep' },
        ],
      },
    },
  })
  await loadContact(context, id, plan)
  const sold: SoldParcel[] = []
  for (const parcel of parcels) sold.push({ ...parcel, sold: await loadParcel(context, plan, parcel) })
  const paymentId = await loadDue(context, plan, { orderId: id, totalFen: itemsFen + postageFen })
  return { ...plan, id, totalFen: itemsFen + postageFen, paymentId, sold }
}

async function memberParty({ tx, people }: LoadContext, phone: string): Promise<string> {
  const { personId } = need(people, phone)
  const party = await tx.party.upsert({
    where: { personId },
    update: {},
    create: { kind: 'person', personId },
  })
  return party.id
}

async function loadContact({ tx }: LoadContext, orderId: string, { buyer }: PlannedOrder): Promise<void> {
  const key = await createDataKey(tx)
  const content = {
    name: `${buyer.name}（示例）`,
    phone: buyer.phone,
    regionCode: buyer.regionCode,
    regionText: buyer.region,
    line: buyer.addressLine,
  }
  await tx.orderContact.create({
    data: {
      orderId,
      keyId: key.keyId,
      cipher: seal(key, JSON.stringify(content), { table: 'OrderContact', column: 'cipher', row: orderId }),
      phoneIndex: blindIndex('phone', buyer.phone),
      regionCode: buyer.regionCode,
    },
  })
}

async function loadDue(
  { tx }: LoadContext,
  plan: PlannedOrder,
  { orderId, totalFen }: { orderId: string; totalFen: bigint },
): Promise<string | null> {
  const due = await tx.orderDue.create({
    data: { orderId, seq: 1, kind: 'full', amountFen: totalFen, state: plan.paidAt ? 'paid' : 'void' },
  })
  const id = idAt(plan.placedAt)
  await tx.payment.create({
    data: {
      id,
      dueId: due.id,
      attempt: 1,
      state: plan.paidAt ? 'paid' : 'expired',
      amountMinor: totalFen,
      currency: 'CNY',
      createdAt: plan.placedAt,
      ...(plan.paidAt ? { paidAt: plan.paidAt, paymentRef: `pi_sample_${id}`, method: 'alipay' } : {}),
      events: {
        create: [
          { state: plan.paidAt ? 'paid' : 'expired', at: plan.paidAt ?? plan.placedAt, cause: 'provider' },
        ],
      },
    },
  })
  return plan.paidAt ? id : null
}

type ParcelRow = PlannedParcel & { id: string; orderId: string; itemsFen: bigint; postageFen: bigint }

async function loadParcel(context: LoadContext, plan: PlannedOrder, parcel: ParcelRow): Promise<SoldLine[]> {
  const { tx } = context
  const shop = need(context.sellers, parcel.sellerKey)
  const steps = stepsOf(plan, parcel)
  await tx.sellerOrder.create({
    data: {
      id: parcel.id,
      orderId: parcel.orderId,
      sellerId: shop.id,
      status: steps.at(-1)?.status ?? 'pending_payment',
      itemsFen: parcel.itemsFen,
      postageFen: parcel.postageFen,
      postageRuleId: context.postageRuleId,
      shipBy: plan.paidAt && toDateColumn(parcel.shipBy),
      shippedAt: parcel.shippedAt,
      receivedAt: parcel.receivedAt,
      receivedHow: parcel.receivedAt ? parcel.receivedHow : null,
      completeAfter: parcel.completeAfter,
      completedAt: parcel.completedAt,
      events: { create: steps },
    },
  })
  const sold: SoldLine[] = []
  for (const line of parcel.lines) sold.push(await loadLine(context, plan, parcel, line))
  if (parcel.shippedAt) await loadShipment(context, parcel, sold)
  return sold
}

function stepsOf(plan: PlannedOrder, parcel: PlannedParcel) {
  if (!plan.paidAt) return [{ status: 'cancelled' as const, at: plan.placedAt, cause: 'sweep' }]
  return [
    { status: 'to_ship' as const, at: plan.paidAt, cause: 'payment' },
    ...(parcel.shippedAt ? [{ status: 'shipped' as const, at: parcel.shippedAt, cause: 'maker' }] : []),
    ...(parcel.receivedAt
      ? [{ status: 'received' as const, at: parcel.receivedAt, cause: parcel.receivedHow }]
      : []),
    ...(parcel.completedAt
      ? [{ status: 'completed' as const, at: parcel.completedAt, cause: 'window_over' }]
      : []),
  ]
}

async function loadLine(
  context: LoadContext,
  plan: PlannedOrder,
  parcel: ParcelRow,
  line: PlannedParcel['lines'][number],
): Promise<SoldLine> {
  const { tx } = context
  const { goods, quantity } = line
  const shop = need(context.sellers, parcel.sellerKey)
  const makerId = shop.isIndividual ? shop.ownerId : null
  const amountFen = goods.priceFen * BigInt(quantity)
  const commissionFen = shareOf(amountFen, commissionBps)
  const { variantZh, variantEn, serial, slug, materials, makingMinutes } = goods
  const lineId = idAt(plan.placedAt)
  const makerRowId = crypto.randomUUID()
  await tx.orderLine.create({
    data: {
      id: lineId,
      sellerOrderId: parcel.id,
      variantId: goods.variantId,
      titleZh: goods.titleZh,
      titleEn: goods.titleEn,
      specification: { variantZh, variantEn, serial, slug, materials, makingMinutes },
      makeMode: goods.makeMode,
      makeDays: goods.makeDays,
      quantity,
      priceFen: goods.priceFen,
      amountFen,
      commissionRuleId: context.commissionRuleId,
      commissionBps,
      commissionFen,
      mediaId: goods.mediaId,
      ...(goods.makeMode === 'made_to_order'
        ? { agreedTextId: context.madeToOrderTextId, agreedAt: plan.placedAt }
        : {}),
      makers: { create: [{ id: makerRowId, personId: makerId, quantity, rate: 10_000n }] },
    },
  })
  if (goods.stockItemId)
    await loadReservation(context, plan, { stockItemId: goods.stockItemId, lineId, quantity })
  return { lineId, makerRowId, makerId, amountFen, commissionFen }
}

type Held = { stockItemId: string; lineId: string; quantity: number }

/** The shelf counts are those after all sales: each sold piece is a movement, the count at listing makes up for it (see loadStockCounts). */
async function loadReservation(
  { tx }: LoadContext,
  plan: PlannedOrder,
  { stockItemId, lineId, quantity }: Held,
): Promise<void> {
  await tx.stockReservation.create({
    data: {
      stockItemId,
      orderLineId: lineId,
      quantity,
      state: plan.paidAt ? 'claimed' : 'released',
      expiresAt: new Date(plan.placedAt.getTime() + 15 * 60_000),
    },
  })
  if (!plan.paidAt) return
  await tx.stockMovement.create({
    data: { stockItemId, kind: 'sold', quantity: -quantity, orderLineId: lineId, at: plan.paidAt },
  })
}

async function loadShipment(
  { tx, sellers }: LoadContext,
  parcel: ParcelRow,
  sold: readonly SoldLine[],
): Promise<void> {
  await tx.shipment.create({
    data: {
      sellerOrderId: parcel.id,
      fromPartyId: need(sellers, parcel.sellerKey).partyId,
      carrier: 'youzhengguonei',
      trackingNumber: `SL${parcel.id.replace(/-/g, '').slice(-12).toUpperCase()}`,
      shippedAt: parcel.shippedAt ?? new Date(),
      lines: {
        create: sold.map((line, index) => ({
          orderLineId: line.lineId,
          quantity: parcel.lines[index]?.quantity ?? 1,
        })),
      },
    },
  })
}

/** The count with which each stock began: what is on the shelf now and what was sold since. */
export async function loadStockCounts({ tx }: LoadContext): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "StockMovement" ("stockItemId", kind, quantity, at)
    SELECT s.id, 'count', s."onHand" - coalesce((SELECT sum(m.quantity) FROM "StockMovement" m WHERE m."stockItemId" = s.id), 0),
      coalesce(p."publishedAt", p."createdAt")
    FROM "StockItem" s JOIN "Variant" v ON v.id = s."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE s."onHand" - coalesce((SELECT sum(m.quantity) FROM "StockMovement" m WHERE m."stockItemId" = s.id), 0) <> 0`
}
