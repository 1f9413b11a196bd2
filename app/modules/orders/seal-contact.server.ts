import { z } from 'zod'
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

/** Beside the address, where whoever ordered a present gave it: read by nothing that shows a parcel. */
const OwnPhone = z.object({ buyerPhone: z.string().nullable().default(null) })

/** Seals who receives an order and where, under a key of its own, and the phone of whoever ordered where the parcel's is another's (`ownPhone`): parts of a statement, to stand behind its WITH. */
export function contactSql(
  orderId: string,
  content: AddressContent,
  buyerPhone: string | null = null,
): Prisma.Sql {
  const { key, insert } = newDataKey()
  const text = JSON.stringify(buyerPhone === null ? content : { ...content, buyerPhone })
  const cipher = seal(key, text, { table: 'OrderContact', column: 'cipher', row: orderId })
  const regionCode = 'country' in content ? content.country : content.regionCode
  return Prisma.sql`key AS (${insert}),
    contact AS (INSERT INTO "OrderContact" ("orderId", "keyId", cipher, "phoneIndex", "placeIndex", "regionCode")
      VALUES (${orderId}::uuid, ${key.keyId}::uuid, ${cipher}, ${blindIndex('phone', content.phone)}, ${placeIndex(content)}, ${regionCode}))`
}

/** Opens it within the caller's scope; null when the walls do not let it through. */
export async function readContact(tx: Tx, orderId: string): Promise<AddressContent | null> {
  const row = await findSealed(tx, orderId)
  return row && openContact(orderId, row)
}

/** The phone of whoever ordered a present, within the caller's scope; null where none was given, or the walls do not let it through. */
export async function readOwnPhone(tx: Tx, orderId: string): Promise<string | null> {
  const row = await findSealed(tx, orderId)
  return row && openOwnPhone(orderId, row)
}

async function findSealed(tx: Tx, orderId: string): Promise<SealedContact | null> {
  const [row] = await tx.$queryRaw<SealedContact[]>`
    SELECT c."keyId", c.cipher, k.wrapped, k."kekId" FROM "OrderContact" c JOIN "DataKey" k ON k.id = c."keyId" WHERE c."orderId" = ${orderId}::uuid`
  return row ?? null
}

/** It as another statement read it, with its key. */
export type SealedContact = StoredKey & { keyId: string; cipher: Uint8Array }

/** Who receives it and where; the buyer's own phone is left out. */
export function openContact(orderId: string, row: SealedContact): AddressContent {
  return AddressContent.parse(unsealed(orderId, row))
}

export function openOwnPhone(orderId: string, row: SealedContact): string | null {
  return OwnPhone.parse(unsealed(orderId, row)).buyerPhone
}

function unsealed(orderId: string, { keyId, cipher, ...stored }: SealedContact): unknown {
  const key = openStoredKey(keyId, stored)
  return JSON.parse(unseal(key, cipher, { table: 'OrderContact', column: 'cipher', row: orderId }))
}
