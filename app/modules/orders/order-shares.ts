import { type Discounted, makersShareOf } from '~/modules/ledger/line-money'
import { sum, toSafeNumber } from '~/platform/money'

/** Whose the money of an order is or will be, fen, and what of it was given back. They sum to the total and what the bearer of a promotion added. */
export type OrderShares = {
  makersFen: number
  brokersFen: number
  postageFen: number
  commissionFen: number
  backFen: number
  /** what of all this the platform or a sponsor added */
  borneFen: number
}

type Frozen = Discounted & { commissionFen: bigint; brokerFen: bigint | null }

type Given = Omit<Frozen, 'discountFen'> & { orderLineId: string | null; bearer: 'seller' | 'platform' }

type OrderMoney = {
  totalFen: bigint
  postageFen: bigint
  sellerOrders: readonly { lines: readonly Frozen[]; refundLines: readonly Given[] }[]
}

/** What a refund takes from its maker and her broker is theirs no longer; one that the platform bears takes only the commission. */
export function sharesOf({ totalFen, postageFen, sellerOrders }: OrderMoney): OrderShares {
  const lines = sellerOrders.flatMap((parcel) => parcel.lines)
  const given = sellerOrders.flatMap((parcel) => parcel.refundLines)
  const hers = given.filter(({ bearer }) => bearer === 'seller')
  const shareOf = (line: Given) => makersShareOf({ ...line, discountFen: 0n })
  const borne = sum(lines.map(({ borneFen }) => borneFen)) - sum(given.map(({ borneFen }) => borneFen))
  const commission = commissionOf(lines) - commissionOf(given)
  const brokers = sum(lines.map(brokerOf)) - sum(hers.map(brokerOf))
  const makers =
    sum(lines.map(makersShareOf)) - sum(hers.filter(({ orderLineId }) => orderLineId).map(shareOf))
  const postage =
    postageFen - sum(hers.filter(({ orderLineId }) => !orderLineId).map(({ amountFen }) => amountFen))
  return {
    makersFen: toSafeNumber(makers),
    brokersFen: toSafeNumber(brokers),
    postageFen: toSafeNumber(postage),
    commissionFen: toSafeNumber(commission),
    backFen: toSafeNumber(totalFen + borne - makers - brokers - postage - commission),
    borneFen: toSafeNumber(borne),
  }
}

const brokerOf = ({ brokerFen }: { brokerFen: bigint | null }) => brokerFen ?? 0n

function commissionOf(lines: readonly { commissionFen: bigint }[]): bigint {
  return sum(lines.map(({ commissionFen }) => commissionFen))
}
