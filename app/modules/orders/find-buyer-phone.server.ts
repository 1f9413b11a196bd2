import type { AddressContent } from '~/modules/addresses/schema'
import { readSecret } from '~/modules/people/read-secret.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

export type BuyerOfOrder = {
  /** who has bought it, where she is known */
  personId: string | null
  /** it goes to somebody who is not to see what it cost */
  isPresent: boolean
  contact: AddressContent
  /** what she gave for a present that she ordered without an account */
  ownPhone: string | null
}

/** Her own phone where she is known or gave it, else that of the parcel; of a present that is another's. */
export async function findBuyerPhone(
  tx: Tx,
  { personId, isPresent, contact, ownPhone }: BuyerOfOrder,
): Promise<string | null> {
  if (personId)
    return withinScope(tx, { person: personId }, () => readSecret(tx, { personId, field: 'phone' }))
  return ownPhone ?? (isPresent ? null : contact.phone)
}
