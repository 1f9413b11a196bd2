import { Prisma } from '~/platform/db/prisma.server'

/**
 * What passes no border at the shop's present time, as the facets of SearchEntry say what a piece is: 'craft:gourds', 'material:herb'. Depends on nothing outside, so a
 * statement asks it once, however many pieces it looks at.
 */
export const stoppedGoods = Prisma.sql`ARRAY(
  SELECT coalesce('craft:' || k.code, 'material:' || b."materialCode") FROM "BlockedGoods" b LEFT JOIN "Craft" k ON k.id = b."craftId"
  WHERE b."validFrom" <= app_now() AND (b."validTo" IS NULL OR b."validTo" > app_now())
  GROUP BY 1 HAVING bool_or(b."countryCode" IS NULL) OR count(*) >= (SELECT count(*) FROM "Country" WHERE "zoneId" IS NOT NULL))`
