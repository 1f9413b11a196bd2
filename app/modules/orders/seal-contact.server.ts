import { placeIndex } from '~/modules/addresses/place-index.server'
import { AddressContent } from '~/modules/addresses/schema'
import type { Tx } from '~/platform/db/prisma.server'
import { blindIndex, newDataKey, openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'

/** Seals who receives an order and where, under a key of its own. */
export async function sealContact(tx: Tx, orderId: string, content: AddressContent): Promise<void> {
  const { key, insert } = newDataKey()
  const cipher = seal(key, JSON.stringify(content), { table: 'OrderContact', column: 'cipher', row: orderId })
  const regionCode = 'country' in content ? content.country : content.regionCode
  await tx.$executeRaw`
    WITH key AS (${insert})
    INSERT INTO "OrderContact" ("orderId", "keyId", cipher, "phoneIndex", "placeIndex", "regionCode")
    VALUES (${orderId}::uuid, ${key.keyId}::uuid, ${cipher}, ${blindIndex('phone', content.phone)}, ${placeIndex(content)}, ${regionCode})`
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
