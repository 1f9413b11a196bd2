import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

type Due = {
  about: string
  word: 'asked' | 'from' | 'to' | 'money'
  personId: string
  shop: string
  objectUntil: Date | null
  setAsideFen: bigint
}

/**
 * Tells an owner on her phone that a handover without her word is proposed, and, once the city approved it, until when she may object and how, and whoever takes it over from when on; and her, when it was done, what was set aside for her: each once. One that fails is logged and tried
 * with the next beat; without a carrier they wait.
 */
export async function tellAbsences(): Promise<void> {
  if (!findSmsSender()) return
  const due = await inScope(
    { job: 'joining' },
    (tx) => tx.$queryRaw<Due[]>`
    WITH told AS (
      SELECT h.*, a."objectUntil", v.word, v.person FROM "HandoverAbsence" a JOIN "ShopHandover" h ON h.id = a."handoverId"
        CROSS JOIN LATERAL (VALUES ('from', h."fromPersonId"), ('to', h."toPersonId")) v(word, person)
      WHERE num_nonnulls(h."doneAt", h."endedAt") = 0 AND a."approvedAt" IS NOT NULL
      UNION ALL
      SELECT h.*, NULL, 'asked', h."fromPersonId" FROM "HandoverAbsence" a JOIN "ShopHandover" h ON h.id = a."handoverId"
      WHERE num_nonnulls(h."doneAt", h."endedAt", a."approvedAt") = 0
      UNION ALL
      SELECT h.*, a."objectUntil", 'money', h."fromPersonId" FROM "HandoverAbsence" a JOIN "ShopHandover" h ON h.id = a."handoverId"
      WHERE h."doneAt" > app_now() - interval '30 days'),
    worded AS (
      SELECT 'absence:' || t.id || ':' || t.word AS about, t.word, t.person, t."sellerId", t."objectUntil",
        coalesce((SELECT sum(e."amountMinor") FROM "LedgerEntry" e JOIN "LedgerTransaction" x ON x.id = e."transactionId"
          WHERE x.reference = 'handover:' || t.id AND e."amountMinor" > 0), 0)::bigint AS aside
      FROM told t)
    SELECT w.about, w.word, w.person::text AS "personId", s."nameZh" AS shop, w."objectUntil", w.aside AS "setAsideFen"
    FROM worded w JOIN "Seller" s ON s.id = w."sellerId"
    WHERE (w.word <> 'money' OR w.aside > 0) AND NOT EXISTS (SELECT 1 FROM "JoinNotice" n WHERE n.about = w.about) ORDER BY w.about LIMIT 50`,
  )
  for (const one of due) {
    try {
      await inScope({ job: 'joining' }, (tx) => tellOne(tx, one))
    } catch (error) {
      log.error('notice.failed', error, { job: one.about })
    }
  }
}

async function tellOne(
  tx: Tx,
  { about, word, personId, shop, objectUntil, setAsideFen }: Due,
): Promise<void> {
  const { count } = await tx.joinNotice.createMany({ data: [{ about }], skipDuplicates: true })
  if (count === 0) return
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  if (phone === null) return
  const text = translator('zh-CN')(`absence.sms_${word}`, {
    shop,
    day: objectUntil ? formatDay('zh-CN', dayOf(objectUntil)) : '',
    sum: formatMoney('zh-CN', Number(setAsideFen)),
    link: `${publicOrigin()}${word === 'money' ? paths.accountMoney() : paths.accountHandovers()}`,
  })
  await findSmsSender()?.sendText({ phone, text })
}
