import type { RefundBearer } from '~/generated/prisma/enums'
import { paidOf } from '~/modules/ledger/line-money'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { sum } from '~/platform/money'
import { type LineMoney, restOf, splitRefund } from './split-refund'

/** What of one parcel goes back. quantity counts pieces given up; 0 = money only. */
export type ParcelRefund = {
  sellerOrderId: string
  lines: { orderLineId: string; quantity: number; amountFen: bigint }[]
  postageFen: bigint
  bearer: RefundBearer
}

/** A row of RefundLine; orderLineId null = the postage. */
type CutLine = LineMoney & {
  sellerOrderId: string
  orderLineId: string | null
  quantity: number
  bearer: RefundBearer
}

/**
 * Locks the parcel and the payment and cuts what goes back into refund lines. A refund that failed counts as given: its money is still owed.
 * Refuses (409) nothing at all, a line named twice, and more than is left of a line, of the postage or of the payment; another parcel's line is a 404.
 */
export async function cutParcelRefund(tx: Tx, paymentId: string, wanted: ParcelRefund): Promise<CutLine[]> {
  if (new Set(wanted.lines.map(({ orderLineId }) => orderLineId)).size < wanted.lines.length)
    throw new Refusal('aftersales.tooMuch', 409)
  await lockSellerOrder(tx, wanted.sellerOrderId)
  await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ${paymentId}::uuid FOR NO KEY UPDATE`
  const rest = await findParcelRest(tx, wanted.sellerOrderId)
  const cut = wanted.lines
    .filter(({ amountFen }) => amountFen !== 0n)
    .map(({ orderLineId, quantity, amountFen }): CutLine => {
      const line = rest.lines.find(({ id }) => id === orderLineId)
      if (!line) throw notFound()
      assertFits(amountFen, line.money.amountFen)
      if (quantity < 0 || quantity > line.quantity) throw new Refusal('aftersales.tooMuch', 409)
      return { ...postageOf(wanted), orderLineId, quantity, ...splitRefund(line.money, amountFen) }
    })
  if (wanted.postageFen !== 0n) {
    assertFits(wanted.postageFen, rest.postageFen)
    cut.push({ ...postageOf(wanted), amountFen: wanted.postageFen })
  }
  const amount = sum(cut.map(({ amountFen }) => amountFen))
  if (amount === 0n) throw new Refusal('aftersales.nothing', 409)
  assertFits(amount, await findPaymentRest(tx, paymentId))
  return cut
}

function assertFits(amount: bigint, rest: bigint): void {
  if (amount < 0n || amount > rest) throw new Refusal('aftersales.tooMuch', 409)
}

/** A refund line of postage, without its amount. */
function postageOf({ sellerOrderId, bearer }: ParcelRefund) {
  return {
    sellerOrderId,
    bearer,
    orderLineId: null,
    quantity: 0,
    borneFen: 0n,
    commissionFen: 0n,
    commissionTaxFen: 0n,
    brokerFen: 0n,
  }
}

/** What of a parcel was not given back yet: pieces and money paid for each line, and postage. */
export type ParcelRest = {
  lines: { id: string; quantity: number; money: LineMoney }[]
  postageFen: bigint
}

/** Read under the parcel's lock, it stays true until the transaction ends. */
export async function findParcelRest(tx: Tx, sellerOrderId: string): Promise<ParcelRest> {
  const parcel = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: sellerOrderId },
    select: {
      postageFen: true,
      refundLines: true,
      lines: {
        select: {
          id: true,
          quantity: true,
          amountFen: true,
          discountFen: true,
          borneFen: true,
          commissionFen: true,
          commissionTaxFen: true,
          brokerFen: true,
        },
        orderBy: { id: 'asc' },
      },
    },
  })
  const givenOf = (id: string | null) => parcel.refundLines.filter(({ orderLineId }) => orderLineId === id)
  return {
    lines: parcel.lines.map(({ id, quantity, brokerFen, amountFen, discountFen, ...money }) => ({
      id,
      quantity: givenOf(id).reduce((left, given) => left - given.quantity, quantity),
      money: restOf(
        { ...money, amountFen: paidOf({ amountFen, discountFen }), brokerFen: brokerFen ?? 0n },
        givenOf(id),
      ),
    })),
    postageFen: parcel.postageFen - sum(givenOf(null).map(({ amountFen }) => amountFen)),
  }
}

async function findPaymentRest(tx: Tx, paymentId: string): Promise<bigint> {
  const { amountMinor, refunds } = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { amountMinor: true, refunds: { select: { amountMinor: true } } },
  })
  return amountMinor - sum(refunds.map((refund) => refund.amountMinor))
}
