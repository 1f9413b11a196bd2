import { postageOf } from '~/modules/settings/find-rules.server'
import type { SaleTerms } from '~/modules/settings/find-sale-terms.server'
import { shareOf, toSafeNumber } from '~/platform/money'

/** Where the money for one piece in a parcel of its own goes, fen. The parts sum to `paidFen`. */
export type PriceSplit = {
  priceFen: number
  makerFen: number
  commissionFen: number
  commissionBps: number
  postageFen: number
  paidFen: number
  /** goods of one parcel from which postage is free; null = never */
  freeFromFen: number | null
}

/** Splits a price by the rules in force, as the checkout and the ledger would; null while a rule is missing. Abroad the postage is given, and none is ever free. */
export function splitPrice(
  priceFen: bigint,
  { postage: inland, commissionBps }: Pick<SaleTerms, 'postage' | 'commissionBps'>,
  abroadFen: bigint | null = null,
): PriceSplit | null {
  const postage = abroadFen === null ? inland : { id: '', parcelFen: abroadFen, freeFromFen: null }
  if (!postage || commissionBps === null) return null
  const commissionFen = shareOf(priceFen, commissionBps)
  const postageFen = postageOf(postage, priceFen)
  return {
    priceFen: toSafeNumber(priceFen),
    makerFen: toSafeNumber(priceFen - commissionFen),
    commissionFen: toSafeNumber(commissionFen),
    commissionBps,
    postageFen: toSafeNumber(postageFen),
    paidFen: toSafeNumber(priceFen + postageFen),
    freeFromFen: postage.freeFromFen === null ? null : toSafeNumber(postage.freeFromFen),
  }
}
