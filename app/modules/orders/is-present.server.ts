import { Prisma } from '~/generated/prisma/client'
import { inScope } from '~/platform/db/in-scope.server'

/** Whether an order (`o`, with its words `w`) goes to somebody who is not to see what it cost: no prices in its parcels, or words on a card. */
export const presentSql = Prisma.sql`(o."hidePrices" OR coalesce(w."giftNote", '') <> '')`

/** The same of one order. */
export async function isPresent(orderId: string): Promise<boolean> {
  const [order] = await inScope(
    { job: 'order_access' },
    (tx) => tx.$queryRaw<{ isPresent: boolean }[]>`
      SELECT ${presentSql} AS "isPresent" FROM "Order" o LEFT JOIN "OrderWords" w ON w."orderId" = o.id WHERE o.id = ${orderId}::uuid`,
  )
  return order?.isPresent ?? false
}
