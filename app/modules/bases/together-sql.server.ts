import { Prisma } from '~/platform/db/prisma.server'

/** The base by which the parcels of a seller go together with those of its other makers, as an expression of SQL over the seller's id; null when hers go alone. A base's own parcels go with them. */
export function togetherOf(sellerId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT b."sellerId" FROM "BaseProfile" b JOIN "Seller" bs ON bs.id = b."sellerId" AND bs.status = 'active'
    WHERE b."sendsTogether" AND (b."sellerId" = ${sellerId} OR EXISTS (SELECT 1 FROM "BaseMember" bm WHERE bm."baseId" = b."sellerId" AND bm."sellerId" = ${sellerId}
      AND daterange(bm."validFrom", bm."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date)) LIMIT 1)`
}
