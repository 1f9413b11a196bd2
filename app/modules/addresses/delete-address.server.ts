import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { lockBook } from './own-addresses.server'

/** Takes an address out of her book for good; the newest of the others becomes the default when it was that. Somebody else's is not found. */
export function deleteAddress({
  actor: { personId },
  addressId,
}: {
  actor: Actor
  addressId: string
}): Promise<void> {
  return inScope({ person: personId }, async (tx) => {
    await lockBook(tx, personId)
    const { count } = await tx.address.deleteMany({ where: { id: addressId, personId } })
    if (count === 0) throw notFound()
    const [newest] = await tx.address.findMany({
      where: { personId },
      orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }],
      take: 1,
      select: { id: true, isDefault: true },
    })
    if (newest && !newest.isDefault)
      await tx.address.update({ where: { id: newest.id }, data: { isDefault: true } })
  })
}
