import type { AddressView } from '~/modules/addresses/address-view'
import { findAddresses } from '~/modules/addresses/find-addresses.server'
import { getAddress } from '~/modules/addresses/get-address.server'
import { addressFieldNames } from '~/modules/addresses/schema'
import type { Actor } from '~/modules/auth/actor'
import type { CheckoutDraft } from './checkout-draft.server'

type OwnAddresses = { isSignedIn: boolean; book: AddressView[]; kept: CheckoutDraft }

const typedNames = [...addressFieldNames, 'line1', 'city', 'postcode', 'email']

/**
 * Her addresses in the country where this goes, and what the form begins with: what she typed, else her default address, abroad the newest there. A guest has no book.
 */
export async function findOwnAddresses(
  actor: Actor | null,
  { kept, country }: { kept: CheckoutDraft; country: string },
): Promise<OwnAddresses> {
  if (!actor) return { isSignedIn: false, book: [], kept }
  const book = (await findAddresses({ actor })).filter((one) => one.country === country)
  const standard = country === 'CN' ? book.find(({ isDefault }) => isDefault) : book[0]
  const hasTyped = typedNames.some((name) => kept[name] !== undefined)
  if (!standard || hasTyped) return { isSignedIn: true, book, kept }
  const { isDefault, ...fields } = await getAddress({ actor, addressId: standard.id })
  return { isSignedIn: true, book, kept: { ...kept, ...fields } }
}
