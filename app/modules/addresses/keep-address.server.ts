import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import { saveAddress } from './save-address.server'
import type { AddressFields } from './schema'

/** Writes an ordered address into her book. A book that is full stays as it is: it never stands in the way of an order. */
export async function keepAddress({ actor, form }: { actor: Actor; form: AddressFields }): Promise<void> {
  const { name, phone, province, county, line } = form
  try {
    await saveAddress({
      actor,
      form: { name, phone, province, county, line, isDefault: false },
      addressId: null,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
