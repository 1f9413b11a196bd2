import { placeIndex } from '~/modules/addresses/place-index.server'
import { AddressContent } from '~/modules/addresses/schema'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import {
  blindIndex,
  newDataKey,
  openStoredKey,
  type StoredKey,
  seal,
  unseal,
} from '~/platform/secrets/envelope.server'

/** Seals who receives an order and where, under a key of its own: parts of a statement, to stand behind its WITH. */
export function contactSql(orderId: string, content: AddressContent): Prisma.Sql {
  const { key, insert } = newDataKey()
  const cipher = seal(key, JSON.stringify(content), { table: 'OrderContact', column: 'cipher', row: orderId })
  const regionCode = 'country' in content ? content.country : content.regionCode
  return Prisma.sql`key AS (${insert}),
    contact AS (INSERT INTO "OrderContact" ("orderId", "keyId", cipher, "phoneIndex", "placeIndex", "regionCode")
      VALUES (${orderId}::uuid, ${key.keyId}::uuid, ${cipher}, ${blindIndex('phone', content.phone)}, ${placeIndex(content)}, ${regionCode}))`
}

/** Opens it within the caller's scope; null when the walls do not let it through. */
export async function readContact(tx: Tx, orderId: string): Promise<AddressContent | null> {
  const [row] = await tx.$queryRaw<SealedContact[]>`
    SELECT c."keyId", c.cipher, k.wrapped, k."kekId" FROM "OrderContact" c JOIN "DataKey" k ON k.id = c."keyId" WHERE c."orderId" = ${orderId}::uuid`
  return row ? openContact(orderId, row) : null
}

/** It as another statement read it, with its key. */
export type SealedContact = StoredKey & { keyId: string; cipher: Uint8Array }

export function openContact(orderId: string, { keyId, cipher, ...stored }: SealedContact): AddressContent {
  const key = openStoredKey(keyId, stored)
  return AddressContent.parse(
    JSON.parse(unseal(key, cipher, { table: 'OrderContact', column: 'cipher', row: orderId })),
  )
}
