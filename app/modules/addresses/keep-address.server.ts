import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import type { AbroadContent } from './abroad-schema'
import { saveAddress } from './save-address.server'
import type { AddressFields } from './schema'

/** Writes an ordered address into her book. A book that is full stays as it is: it never stands in the way of an order. */
export async function keepAddress({
  actor,
  address,
}: {
  actor: Actor
  address: AddressFields | AbroadContent
}): Promise<void> {
  try {
    await saveAddress({ actor, form: { ...address, isDefault: false }, addressId: null })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
