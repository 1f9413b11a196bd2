import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { runDue } from '~/modules/due/run-due.server'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { Refusal } from '~/platform/errors'

/**
 * Moves the demo's clock forward by whole days, audited, then does what has fallen due. Live sessions move along: a day that nobody sat through
 * signs nobody out. Codes and unpaid orders do run out. Refuses in live.
 */
export async function moveClock({ actor, days }: { actor: Actor; days: number }): Promise<void> {
  if (env.APP_MODE !== 'demo') throw new Refusal('account.clockLive', 403)
  await inScope({ job: 'sign_in' }, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Session" SET "createdAt" = "createdAt" + make_interval(days => ${days}::int),
        "expiresAt" = "expiresAt" + make_interval(days => ${days}::int), "provedAt" = "provedAt" + make_interval(days => ${days}::int),
        "lastUsedAt" = "lastUsedAt" + make_interval(days => ${days}::int)
      WHERE "revokedAt" IS NULL AND "expiresAt" > app_now()`
    await tx.$executeRaw`UPDATE "Clock" SET "offsetSeconds" = "offsetSeconds" + ${days * 24 * 60 * 60}::bigint WHERE id = 1`
    await recordAudit(tx, {
      actor,
      action: 'clock.moved',
      subject: { type: 'Clock', id: '1' },
      detail: { days },
    })
  })
  await runDue()
}
