import type { BuyerOfOrder } from '~/modules/orders/find-buyer-phone.server'
import { presentSql } from '~/modules/orders/is-present.server'
import { secretOf } from '~/modules/orders/order-secret.server'
import { openContact, openOwnPhone, type SealedContact } from '~/modules/orders/seal-contact.server'
import { paths } from '~/paths'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import type { OperationKey } from '~/platform/idempotency/operation'

/** An order that its buyer is told about, and where she is reached. */
export type Told = BuyerOfOrder & {
  orderId: string
  number: string
  /** her order's language */
  locale: Locale
  totalFen: bigint
  /** it opens the order while its secret is known, else it asks for the code */
  link: string
}

type Row = Pick<Told, 'number' | 'totalFen' | 'personId' | 'isPresent'> & {
  locale: string
  placedBy: OperationKey | null
} & SealedContact

/** By one statement, within the caller's scope; null for an order that is not paid, and for a contact that the walls do not let through. */
export async function readTold(tx: Tx, orderId: string): Promise<Told | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT o.number, o.locale, o."totalFen", ${presentSql} AS "isPresent", y."personId",
      c."keyId", c.cipher, k.wrapped, k."kekId",
      (SELECT jsonb_build_object('key', i.key, 'actorKey', i."actorKey") FROM "IdempotencyKey" i
        WHERE i.key LIKE 'checkout:%' AND i.response ->> 'orderId' = ${orderId} LIMIT 1) AS "placedBy"
    FROM "Order" o JOIN "OrderContact" c ON c."orderId" = o.id JOIN "DataKey" k ON k.id = c."keyId"
    LEFT JOIN "OrderWords" w ON w."orderId" = o.id LEFT JOIN "Party" y ON y.id = o."buyerPartyId"
    WHERE o.id = ${orderId}::uuid AND o.status = 'paid'`
  if (!row) return null
  const { number, totalFen, personId, isPresent, placedBy } = row
  const locale = row.locale === 'en' ? 'en' : 'zh-CN'
  const path = placedBy ? paths.orderLink({ number, secret: secretOf(placedBy) }) : paths.order({ number })
  return {
    ...{ orderId, number, locale, totalFen, personId, isPresent },
    contact: openContact(orderId, row),
    ownPhone: openOwnPhone(orderId, row),
    link: publicOrigin() + localPath(locale, path),
  }
}

/** Notes that it is told, unless it was: then false. */
export async function noteTold(
  tx: Tx,
  { orderId, about }: { orderId: string; about: string },
): Promise<boolean> {
  const noted = await tx.$executeRaw`
    INSERT INTO "OrderLetter" ("orderId", about) VALUES (${orderId}::uuid, ${about}) ON CONFLICT DO NOTHING`
  return noted > 0
}
