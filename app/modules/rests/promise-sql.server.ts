import { Prisma } from '~/platform/db/prisma.server'

/** Parts of the statements that say when a piece leaves: `v` is its variant, `s` its seller. */

/** Her days of rest from today on, as [{from, until}]. */
export const restsOfSeller = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('from', r."fromDay", 'until', r."untilDay") ORDER BY r."fromDay"), '[]')
  FROM "SellerRest" r WHERE r."sellerId" = s.id AND r."removedAt" IS NULL AND r."untilDay" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date)`

/** Pieces of a variant that are paid for and not sent; counted only where a week's pieces are known. */
export const queuedOfVariant = Prisma.sql`(CASE WHEN v."weeklyCapacity" IS NULL THEN 0 ELSE pieces_waiting(v.id) END)`
