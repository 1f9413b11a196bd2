import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { endLateHandovers } from './end-late.server'

type Word = 'asked' | 'other_asked' | 'handed' | 'taken' | 'other_handed' | 'ended' | 'late' | 'left'
type Due = { about: string; word: Word; personId: string; shop: string }

/**
 * Ends what has waited too long for both words (an owner whose word nobody waits for is told by tellAbsences instead of being asked), and tells both sides on their phones that a shop is to change hands, that it did, or that nothing comes of it; the same to the others who own it; and to them that one has left:
 * each once, however often the job runs. One that fails is logged and tried with the next beat; without a carrier they wait.
 */
export async function tellHandovers(): Promise<void> {
  await endLateHandovers()
  if (!findSmsSender()) return
  const due = await inScope(
    { job: 'joining' },
    (tx) => tx.$queryRaw<Due[]>`
    WITH known AS (
      SELECT h.*, coalesce(h."doneAt", h."endedAt", h."proposedAt") AS at,
        CASE WHEN h."endedAt" >= h."proposedAt" + interval '30 days' THEN 'late' WHEN h."endedAt" IS NOT NULL THEN 'ended' END AS nothing
      FROM "ShopHandover" h WHERE coalesce(h."doneAt", h."endedAt", h."proposedAt") > app_now() - interval '30 days'),
    words AS (
      SELECT k.*, v.person, coalesce(k.nothing, CASE WHEN k."doneAt" IS NULL THEN 'asked' ELSE v.done END) AS word
      FROM known k CROSS JOIN LATERAL (VALUES ('handed', k."fromPersonId"), ('taken', k."toPersonId")) v(done, person)
      WHERE num_nonnulls(k."doneAt", k."endedAt") > 0 OR v.done = 'taken' OR NOT is_without_her(k.id)
      UNION ALL
      SELECT k.*, o."personId", coalesce(k.nothing, CASE WHEN k."doneAt" IS NULL THEN 'other_asked' ELSE 'other_handed' END)
      FROM known k JOIN "SellerPerson" o ON o."sellerId" = k."sellerId" AND o.role = 'owner' AND o."personId" NOT IN (k."fromPersonId", k."toPersonId")
        AND daterange(o."validFrom", o."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date AND o."validFrom" <= (k.at AT TIME ZONE 'Asia/Shanghai')::date),
    told AS (
      SELECT 'handover:' || w.id || ':' || w.word || ':' || w.person AS about, w.word, w.person, w."sellerId", w."proposedAt" AS at FROM words w
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
