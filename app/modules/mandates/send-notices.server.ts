import { readSecret } from '~/modules/people/read-secret.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

type Notice = { id: string; personId: string; sellerId: string; kind: 'acts' | 'undone' }

/**
 * Sends the notices whose ten minutes are over, each once: it counts as sent in the transaction in which the carrier took it, so only a death between the two can send it
 * again. One that fails is logged and tried with the next beat; somebody without a phone is told on her screen alone. Without a carrier they wait.
 */
export async function sendNotices(): Promise<void> {
  if (!findSmsSender()) return
  const due = await inScope({ job: 'notice' }, (tx) =>
    tx.phoneNotice.findMany({
      where: { sentAt: null },
      orderBy: { sendAt: 'asc' },
      take: 100,
      select: { id: true },
    }),
  )
  for (const { id } of due) {
    try {
      await inScope({ job: 'notice' }, (tx) => sendOne(tx, id))
    } catch (error) {
      log.error('notice.failed', error, { job: id })
    }
  }
}

async function sendOne(tx: Tx, id: string): Promise<void> {
  const [notice] = await tx.$queryRaw<Notice[]>`
    SELECT id::text, "personId"::text, "sellerId"::text, kind::text FROM "PhoneNotice"
    WHERE id = ${id}::uuid AND "sentAt" IS NULL AND "sendAt" <= app_now() FOR UPDATE SKIP LOCKED`
  if (!notice) return
  await tx.$executeRaw`UPDATE "PhoneNotice" SET "sentAt" = app_now() WHERE id = ${id}::uuid`
  const { personId } = notice
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  if (phone === null) return
  await findSmsSender()?.sendText({ phone, text: await wordsOf(tx, notice) })
}

async function wordsOf(tx: Tx, { id, sellerId, kind }: Notice): Promise<string> {
  const t = translator('zh-CN')
  const { nameZh } = await tx.seller.findUniqueOrThrow({ where: { id: sellerId }, select: { nameZh: true } })
  const of = kind === 'acts' ? { noticeId: id } : { undone: { is: { noticeId: id } } }
  const count = await tx.act.count({ where: of })
  return t(kind === 'acts' ? 'mandate.actsSms' : 'mandate.undoneSms', { shop: nameZh, count })
}
