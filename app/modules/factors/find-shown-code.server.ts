import { readSecret } from '~/modules/people/read-secret.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { openSteps, timeCode } from '~/platform/secrets/totp.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { openTimeSecret } from './time-secret.server'

/** The code that a demo shows in place of an app, or in how many seconds there is one that was not used. */
export type ShownCode = { code: string } | { seconds: number }

/**
 * In a demo with sample data: the next unused code of somebody whose password has been proved, as it shows the codes that would go to a phone; the console says it as well. Null everywhere else: nobody
 * but her app knows it.
 */
export async function findShownCode({ userId }: { userId: string }): Promise<ShownCode | null> {
  const sender = findSmsSender()
  if (env.APP_MODE !== 'demo' || !sender || !(await findSampleData())) return null
  const factor = await inScope({ job: 'sign_in' }, async (tx) => {
    const row = await tx.secondFactor.findUnique({
      where: { userId },
      select: {
        id: true,
        keyId: true,
        secretCipher: true,
        user: { select: { personId: true } },
        usedSteps: { where: { step: { in: openSteps() } }, select: { step: true } },
      },
    })
    if (!row) return null
    const { personId } = row.user
    return {
      usedSteps: row.usedSteps,
      secret: await openTimeSecret(tx, row),
      phone: await readSecret(tx, { personId, field: 'phone' }),
    }
  })
  if (!factor) return null
  const used = new Set(factor.usedSteps.map(({ step }) => step))
  // not the step before: its code is gone in a moment
  const step = openSteps()
    .slice(1)
    .find((one) => !used.has(one))
  if (step === undefined) return { seconds: 30 - (Math.floor(Date.now() / 1000) % 30) }
  const code = timeCode(factor.secret, step)
  if (factor.phone) await sender.sendCode({ phone: factor.phone, code, minutes: 1 })
  return { code }
}
