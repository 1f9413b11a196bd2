import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

type Word = 'asked' | 'handed' | 'taken' | 'ended' | 'left'
type Due = { about: string; word: Word; personId: string; shop: string }

/**
 * Tells both sides on their phones that a shop is to change hands, that it did, or that nothing comes of it, and the other owners that one has left: each once, however often the job runs. One that fails is logged and tried
 * with the next beat; without a carrier they wait.
 */
export async function tellHandovers(): Promise<void> {
  if (!findSmsSender()) return
  const due = await inScope(
    { job: 'joining' },
    (tx) => tx.$queryRaw<Due[]>`
    WITH told AS (
      SELECT 'handover:' || h.id || ':' || v.word || ':' || v.person AS about, v.word, v.person, h."sellerId", h."proposedAt" AS at
      FROM "ShopHandover" h CROSS JOIN LATERAL (VALUES
        (CASE WHEN h."doneAt" IS NOT NULL THEN 'handed' WHEN h."endedAt" IS NOT NULL THEN 'ended' ELSE 'asked' END, h."fromPersonId"),
        (CASE WHEN h."doneAt" IS NOT NULL THEN 'taken' WHEN h."endedAt" IS NOT NULL THEN 'ended' ELSE 'asked' END, h."toPersonId")) v(word, person)
      WHERE coalesce(h."doneAt", h."endedAt", h."proposedAt") > app_now() - interval '30 days'
      UNION ALL
      SELECT 'left:' || g.id || ':' || o."personId", 'left', o."personId", g."sellerId", g."validTo"
      FROM "SellerPerson" g JOIN "SellerPerson" o ON o."sellerId" = g."sellerId" AND o.role = 'owner' AND o."personId" <> g."personId"
        AND daterange(o."validFrom", o."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
      WHERE g.role = 'owner' AND g."validTo" > app_now() - interval '30 days' AND has_left(g."personId")
        AND NOT EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h."sellerId" = g."sellerId" AND h."fromPersonId" = g."personId" AND h."doneAt" IS NOT NULL))
    SELECT t.about, t.word, t.person::text AS "personId", s."nameZh" AS shop FROM told t JOIN "Seller" s ON s.id = t."sellerId"
    WHERE NOT EXISTS (SELECT 1 FROM "JoinNotice" n WHERE n.about = t.about) ORDER BY t.at, t.about LIMIT 50`,
  )
  for (const one of due) {
    try {
      await inScope({ job: 'joining' }, (tx) => tellOne(tx, one))
    } catch (error) {
      log.error('notice.failed', error, { job: one.about })
    }
  }
}

async function tellOne(tx: Tx, { about, word, personId, shop }: Due): Promise<void> {
  const { count } = await tx.joinNotice.createMany({ data: [{ about }], skipDuplicates: true })
  if (count === 0) return
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  if (phone === null) return
  const page = word === 'asked' ? paths.accountHandovers() : paths.studioSettings()
  const text = translator('zh-CN')(`handover.sms_${word}`, { shop, link: `${publicOrigin()}${page}` })
  await findSmsSender()?.sendText({ phone, text })
}
