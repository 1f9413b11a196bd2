import { Prisma } from '~/platform/db/prisma.server'

/** Whether a counted sale `c` was counted by an instant already: a flag that is decided today changes the public figures tomorrow. */
export function decidedBefore(until: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM "CountedLater" f WHERE f."sellerOrderId" = c."sellerOrderId" AND f."decidedAt" >= ${until})`
}
