import { placeIndex } from '~/modules/addresses/place-index.server'
import { AddressContent } from '~/modules/addresses/schema'
import type { Tx } from '~/platform/db/prisma.server'
import { blindIndex, createDataKey, openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'

/** Seals who receives an order and where, under a key of its own. */
export async function sealContact(tx: Tx, orderId: string, content: AddressContent): Promise<void> {
  const key = await createDataKey(tx)
  await tx.orderContact.create({
    data: {
      orderId,
      keyId: key.keyId,
      cipher: seal(key, JSON.stringify(content), { table: 'OrderContact', column: 'cipher', row: orderId }),
      phoneIndex: blindIndex('phone', content.phone),
      placeIndex: placeIndex(content),
      regionCode: 'country' in content ? content.country : content.regionCode,
    },
  })
}

/** Opens it within the caller's scope; null when the walls do not let it through. */
export async function readContact(tx: Tx, orderId: string): Promise<AddressContent | null> {
  const row = await tx.orderContact.findUnique({ where: { orderId }, select: { keyId: true, cipher: true } })
  if (!row) return null
  const key = await openDataKey(tx, row.keyId)
  return AddressContent.parse(
    JSON.parse(unseal(key, row.cipher, { table: 'OrderContact', column: 'cipher', row: orderId })),
  )
}
