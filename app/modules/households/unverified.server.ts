import type { Actor } from '~/modules/auth/actor'
import { Prisma } from '~/platform/db/prisma.server'

/**
 * FROM … WHERE for people who own an active individual seller of the coordinator's region today and have no verified link of today: their sales count to
 * no household yet. Aliases: s Seller, sp SellerPerson, p Person (walled: only whom the scope shows). Needs the coordinator's scope.
 */
export function unverifiedOwners(actor: Actor): Prisma.Sql {
  const today = Prisma.sql`(app_now() AT TIME ZONE 'Asia/Shanghai')::date`
  return Prisma.sql`
    "Seller" s JOIN "Region" r ON r.id = s."regionId" AND r."ancestorIds" @> ARRAY[${actor.regionId}::uuid]
    JOIN "SellerPerson" sp ON sp."sellerId" = s.id AND sp.role = 'owner' AND daterange(sp."validFrom", sp."validTo") @> ${today}
    JOIN "Person" p ON p.id = sp."personId"
    WHERE s.kind = 'individual' AND s.status = 'active' AND NOT EXISTS (
      SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = p.id AND l."verifiedAt" IS NOT NULL AND daterange(l."validFrom", l."validTo") @> ${today})`
}
