import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { formatDay } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

/** Days before the end at which a shop's owners are reminded; 0: it is over. */
type Before = 30 | 7 | 0

type Due = { sellerId: string; name: string; until: Date; before: Before }

/**
 * Reminds owners thirty and seven days before their verification ends, and says when it has: each once for one end, however often the job runs. A shop that was away for longer hears only the nearest.
 * Whoever has confirmed already is not reminded. One that fails is logged and tried with the next beat.
 */
export async function tellExpiring(): Promise<void> {
  if (!findSmsSender()) return
  const due = await inScope(
    { job: 'joining' },
    (tx) => tx.$queryRaw<Due[]>`
    WITH soon AS (
      SELECT s.id, s."nameZh", s."verifiedUntil", CASE WHEN s."verifiedUntil" <= app_now() THEN 0 WHEN s."verifiedUntil" <= app_now() + interval '7 days' THEN 7 ELSE 30 END AS before
      FROM "Seller" s WHERE s.status IN ('active', 'paused') AND s."verifiedUntil" <= app_now() + interval '30 days' AND s."verifiedUntil" > app_now() - interval '30 days'
        AND NOT EXISTS (SELECT 1 FROM "SellerRenewal" r WHERE r."sellerId" = s.id AND r."checkedAt" IS NULL))
    SELECT id::text AS "sellerId", "nameZh" AS name, "verifiedUntil" AS until, before FROM soon
    WHERE NOT EXISTS (SELECT 1 FROM "JoinNotice" n WHERE n.about = 'verification:' || soon.id || ':' || extract(epoch FROM "verifiedUntil")::bigint || ':' || before)
    ORDER BY "verifiedUntil", id LIMIT 50`,
  )
  for (const one of due) {
    try {
      await inScope({ job: 'joining' }, (tx) => tellOne(tx, one))
    } catch (error) {
      log.error('notice.failed', error, { job: one.sellerId })
    }
  }
}

async function tellOne(tx: Tx, { sellerId, name, until, before }: Due): Promise<void> {
  const about = `verification:${sellerId}:${Math.round(until.getTime() / 1000)}:${before}`
  const { count } = await tx.joinNotice.createMany({ data: [{ about }], skipDuplicates: true })
  if (count === 0) return
  const owners = await tx.sellerPerson.findMany({
    where: { sellerId, role: 'owner', validTo: null },
    select: { personId: true },
  })
  const t = translator('zh-CN')
  const text = t(before === 0 ? 'records.smsOver' : 'records.smsSoon', {
    shop: name,
    day: formatDay('zh-CN', dayOf(until), ''),
    link: `${publicOrigin()}${paths.studioRecord()}`,
  })
  for (const { personId } of owners) {
    const phone = await withinScope(tx, { person: personId }, () =>
      readSecret(tx, { personId, field: 'phone' }),
    )
    if (phone !== null) await findSmsSender()?.sendText({ phone, text })
  }
}
