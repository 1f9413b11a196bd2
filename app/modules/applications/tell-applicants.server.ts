import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { reasonOf } from './checks'

type Step = {
  id: string
  state: 'recommended' | 'returned' | 'refused' | 'approved'
  personId: string
  reasonCode: string | null
}

/**
 * Tells applicants on their phones of each step that was not theirs, once: the notice is written in the transaction in which the carrier takes the message. One that fails is logged and tried with the
 * next beat; without a carrier they wait. The message holds no words of the coordinator's: those stand behind her sign-in.
 */
export async function tellApplicants(): Promise<void> {
  if (!findSmsSender()) return
  const steps = await inScope(
    { job: 'joining' },
    (tx) => tx.$queryRaw<Step[]>`
    SELECT e.id::text, e.state::text, a."personId"::text, e."reasonCode" FROM "ApplicationEvent" e JOIN "SellerApplication" a ON a.id = e."applicationId"
    WHERE e.state IN ('recommended', 'returned', 'refused', 'approved') AND e.at > app_now() - interval '30 days'
      AND NOT EXISTS (SELECT 1 FROM "JoinNotice" n WHERE n.about = 'application:' || e.id) ORDER BY e.id LIMIT 50`,
  )
  for (const step of steps) {
    try {
      await inScope({ job: 'joining' }, (tx) => tellOne(tx, step))
    } catch (error) {
      log.error('notice.failed', error, { job: step.id })
    }
  }
}

async function tellOne(tx: Tx, { id, state, personId, reasonCode }: Step): Promise<void> {
  const { count } = await tx.joinNotice.createMany({
    data: [{ about: `application:${id}` }],
    skipDuplicates: true,
  })
  if (count === 0) return
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  if (phone === null) return
  const t = translator('zh-CN')
  const reason = reasonOf(reasonCode)
  const link = `${publicOrigin()}${state === 'approved' ? paths.studio() : paths.studioJoin()}`
  await findSmsSender()?.sendText({
    phone,
    text: t(`joining.sms_${state}`, { reason: reason ? t(`joining.reason_${reason}`) : '', link }),
  })
}
