import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { lockBook } from './own-addresses.server'

/** The address that stands in the checkout before she chooses. Somebody else's is not found. */
export function setDefaultAddress({
  actor: { personId },
  addressId,
}: {
  actor: Actor
  addressId: string
}): Promise<void> {
  return inScope({ person: personId }, async (tx) => {
    await lockBook(tx, personId)
    await tx.address.updateMany({
      where: { personId, isDefault: true, id: { not: addressId } },
      data: { isDefault: false },
    })
    const { count } = await tx.address.updateMany({
      where: { personId, id: addressId },
      data: { isDefault: true },
    })
    if (count === 0) throw notFound()
  })
}
