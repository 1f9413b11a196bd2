import { Prisma } from '~/platform/db/prisma.server'

/** Of the four weeks from this one, each from its Monday, how many pieces of `s` (Seller) are promised that are made to order, as MakerWeek; never more than she can make. */
export const promisedWeeks = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('from', w.monday, 'taken', least(w.promised, s."weeklyCapacity"), 'of', s."weeklyCapacity") ORDER BY w.monday) FROM (
    SELECT m.monday, (SELECT coalesce(sum(l.quantity), 0) FROM "SellerOrder" o JOIN "OrderLine" l ON l."sellerOrderId" = o.id
      WHERE o."sellerId" = s.id AND o.status = 'to_ship' AND l."makeMode" = 'made_to_order' AND o."shipBy" >= m.monday AND o."shipBy" < m.monday + 7) AS promised
    FROM (SELECT date_trunc('week', app_now() AT TIME ZONE 'Asia/Shanghai')::date + 7 * week AS monday FROM generate_series(0, 3) week) m) w)`
