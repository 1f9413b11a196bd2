import type { AddressView } from '~/modules/addresses/address-view'
import { findAddresses } from '~/modules/addresses/find-addresses.server'
import { getAddress } from '~/modules/addresses/get-address.server'
import { addressFieldNames } from '~/modules/addresses/schema'
import type { Actor } from '~/modules/auth/actor'
import type { CheckoutDraft } from './checkout-draft.server'

type OwnAddresses = { isSignedIn: boolean; book: AddressView[]; kept: CheckoutDraft }

/** Her address book for the checkout, and what the form begins with: what she typed, else her default address. A guest has no book. */
export async function findOwnAddresses(actor: Actor | null, kept: CheckoutDraft): Promise<OwnAddresses> {
  if (!actor) return { isSignedIn: false, book: [], kept }
  const book = await findAddresses({ actor })
  const standard = book.find(({ isDefault }) => isDefault)
  const hasTyped = addressFieldNames.some((name) => kept[name] !== undefined)
  if (!standard || hasTyped) return { isSignedIn: true, book, kept }
  const { isDefault, ...fields } = await getAddress({ actor, addressId: standard.id })
  return { isSignedIn: true, book, kept: { ...kept, ...fields } }
}
