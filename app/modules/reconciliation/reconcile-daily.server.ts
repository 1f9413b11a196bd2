import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { runReconciliation } from './run-reconciliation.server'

const hour = 60 * 60 * 1000

/** Compares each side once a day of the shop; after a failure again an hour later. The bank's side waits for its first statement. */
export async function reconcileDaily(): Promise<void> {
  const now = await appNow()
  for (const source of ['provider', 'bank'] as const) {
    if (source === 'bank' && !(await hasStatement())) continue
    const last = await prisma.reconciliationRun.findFirst({
      where: { source },
      orderBy: { startedAt: 'desc' },
      select: { startedAt: true, finishedAt: true },
    })
    const isDone = last?.finishedAt && dayOf(last.startedAt) >= dayOf(now)
    const isTooSoon = last && !last.finishedAt && now.getTime() - last.startedAt.getTime() < hour
    if (isDone || isTooSoon) continue
    await runReconciliation({ source }).catch((error) =>
      log.error('due.failed', error, { job: `reconcile ${source}` }),
    )
  }
}

async function hasStatement(): Promise<boolean> {
  return (await inScope({ job: 'payout' }, (tx) => tx.bankStatementLine.count({ take: 1 }))) > 0
}
