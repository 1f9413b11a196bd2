import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { addressFields, type SavedFields } from './address-view'
import { openAddresses } from './own-addresses.server'

/** One of her addresses as the fields of its form; somebody else's is not found. */
export function getAddress({
  actor,
  addressId,
}: {
  actor: Actor
  addressId: string
}): Promise<SavedFields & { isDefault: boolean }> {
  return inScope({ person: actor.personId }, async (tx) => {
    const found = (await openAddresses(tx, actor.personId)).find(({ id }) => id === addressId)
    if (!found) throw notFound()
    return { ...addressFields(found.content), isDefault: found.isDefault }
  })
}
