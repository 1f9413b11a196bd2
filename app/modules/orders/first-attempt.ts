import { Prisma } from '~/platform/db/prisma.server'
import type { LineToPay } from './line-to-pay'

/** An attempt at paying an order. `openUrl` is where its page stands, null while there is none. */
export type Attempt = { id: string; attempt: number; amountMinor: bigint; openUrl: string | null }

/** What its page is made of. */
export type OrderToPay = {
  number: string
  locale: string
  postageFen: bigint
  /** in one order, so that the provider is told the same again */
  lines: LineToPay[]
  /** cards that were refused for it, on all its pages */
  cardTries: number
}

type First = { id: string; orderId: string; abroadTextId: string; now: Date }

/**
 * The first attempt at paying an order, written with it: nobody else can have begun one, so that nothing is looked at and locked for it. `abroadTextId` is the text in force, under which she has just
 * ticked that her payment goes abroad. A part of a statement, to stand behind its WITH; the order and its due are there by then.
 */
export function firstAttemptSql({ id, orderId, abroadTextId, now }: First): Prisma.Sql {
  return Prisma.sql`attempt AS (
    INSERT INTO "Payment" (id, "dueId", attempt, "amountMinor", currency, "abroadTextId", "abroadAgreedAt")
    SELECT ${id}::uuid, d.id, 1, d."amountFen", o.currency, ${abroadTextId}::uuid, ${now}::timestamptz
    FROM "OrderDue" d JOIN "Order" o ON o.id = d."orderId" WHERE d."orderId" = ${orderId}::uuid AND d.kind = 'full')`
}
