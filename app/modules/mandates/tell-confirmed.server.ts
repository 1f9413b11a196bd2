import { readSecret } from '~/modules/people/read-secret.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { findPrincipal } from './find-principal.server'
import { readName } from './read-name.server'
import { scopeWords } from './scope-words'

/** milliseconds for which a message that fails is tried again */
const tries = 24 * 3600_000

/**
 * Tells makers on their phones that what they said or signed was confirmed: who acts for them from now on, in what, and how they end it. Each once: what the carrier has taken is written down in the same
 * transaction. One that fails is logged and tried with the next beat, for a day; of a mandate that she has ended meanwhile she hears nothing; without a phone it stands on her screen alone. Without a carrier they wait.
 */
export async function tellConfirmed(): Promise<void> {
  if (!findSmsSender()) return
  const due = await inScope({ job: 'mandate' }, async (tx) =>
    tx.mandateProof.findMany({
      where: {
        decidedAt: { gt: new Date((await appNow(tx)).getTime() - tries) },
        refusal: null,
        toldAt: null,
        mandate: { revokedAt: null },
      },
      orderBy: { decidedAt: 'asc' },
      take: 100,
      select: { id: true },
    }),
  )
  for (const { id } of due) {
    try {
      await inScope({ job: 'mandate' }, (tx) => tellOne(tx, id), { timeout: 45_000 })
    } catch (error) {
      log.error('notice.failed', error, { job: id })
    }
  }
}

async function tellOne(tx: Tx, proofId: string): Promise<void> {
  const [told] = await tx.$queryRaw<{ sellerId: string; agentPersonId: string; scope: string[] }[]>`
    UPDATE "MandateProof" p SET "toldAt" = app_now() FROM "Mandate" m
    WHERE p.id = ${proofId}::uuid AND p."toldAt" IS NULL AND m."revokedAt" IS NULL AND p."decidedAt" IS NOT NULL AND m.id = p."mandateId"
    RETURNING m."sellerId"::text AS "sellerId", m."agentPersonId"::text AS "agentPersonId", m.scope`
  const personId = told && (await findPrincipal(tx, told.sellerId))
  if (!told || !personId) return
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  if (phone === null) return
  const t = translator('zh-CN')
  const name = await readName(tx, told.agentPersonId)
  await findSmsSender()?.sendText({
    phone,
    text: t('mandate.confirmedSms', { name, scope: scopeWords(t, told.scope) }),
  })
}
