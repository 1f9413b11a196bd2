import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import type { CheckoutInput } from './schema'

type Present = Pick<CheckoutInput, 'hidePrices' | 'giftNote' | 'buyerPhone'>

/**
 * The phone of whoever orders a present without an account: the parcel's is that of its receiver, who is not to see what it cost. Null where the buyer is reached otherwise. Refuses (422) such a present
 * without it: nothing could be said to its buyer.
 */
export function ownPhone(actor: Actor | null, { hidePrices, giftNote, buyerPhone }: Present): string | null {
  if (actor || !(hidePrices || giftNote)) return null
  if (buyerPhone === '') throw new Refusal('order.needOwnPhone', 422, {}, 'buyerPhone')
  return buyerPhone
}
