import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { type Arrangement, arrangementKey } from './arrangements'

type RecordInput = {
  actor: Actor
  arrangement: Arrangement
  /** the contract, licence or statute and where it is kept */
  evidence: string
  /** the day on the paper: YYYY-MM-DD */
  dated: string
}

/** The advisory lock under which the row changes: two administrators at once take turns. */
const arrangementLock = 710_004

/** Records which lawful set-up applies from now on. The row before it ends and stays: what applied when is never rewritten. Refuses a day to come. */
export async function recordArrangement({ actor, arrangement, evidence, dated }: RecordInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${arrangementLock}::bigint)`
    const now = await appNow(tx)
    if (dated > dayOf(now)) throw new Refusal('payout.arrangementFuture', 422, {}, 'dated')
    const validFrom = await endLast(tx, now)
    const { id } = await tx.setting.create({
      data: { key: arrangementKey, value: { arrangement, evidence, dated }, validFrom },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'payout.arrangement_recorded',
      subject: { type: 'Setting', id },
      reason: evidence,
      detail: { arrangement, dated },
    })
  })
}

/** Ends the row that holds now; answers from when on the next one may hold: never the same instant. */
async function endLast(tx: Tx, now: Date): Promise<Date> {
  const last = await tx.setting.findFirst({
    where: { key: arrangementKey, validTo: null },
    select: { id: true, validFrom: true },
  })
  if (!last) return now
  const validTo = new Date(Math.max(now.getTime(), last.validFrom.getTime() + 1))
  await tx.setting.update({ where: { id: last.id }, data: { validTo } })
  return validTo
}
