import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findTerms } from '~/modules/codes/find-terms.server'
import { termNamed } from '~/modules/codes/terms'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockHousehold } from './lock-household.server'
import { refuseFuture } from './lock-person.server'

type ChangeInput = {
  actor: Actor
  householdId: string
  /** a code of the table of statuses */
  category: string
  changedOn: Day
  /** the paper that says so */
  source: string
}

/**
 * A household of the coordinator's region is something else from a day on: lifted, watched, cleared. What it was before ends on that day and stays; income that was counted keeps the status of its own day.
 * Refuses a household of another region (404), her own (403), a day to come or not after the last change, a status that was not in use on that day, and (409) the one that it has.
 */
export function changeStatus({
  actor,
  householdId,
  category,
  changedOn,
  source,
}: ChangeInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockHousehold(tx, { actor, householdId })
    await refuseFuture(tx, changedOn, 'changedOn')
    const term = termNamed(await findTerms(tx, 'household_status'), [category], changedOn)
    if (!term) throw new Refusal('household.statusNotThen', 422, {}, 'category')
    await endLastStatus(tx, { householdId, termId: term.id, changedOn })
    const { id } = await tx.householdStatus.create({
      data: {
        householdId,
        termId: term.id,
        validFrom: toDateColumn(changedOn),
        source,
        enteredById: actor.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'household_status.changed',
      subject: { type: 'Household', id: householdId },
      detail: { statusId: id, category: term.code, changedOn },
    })
  })
}

async function endLastStatus(
  tx: Tx,
  { householdId, termId, changedOn }: { householdId: string; termId: string; changedOn: Day },
): Promise<void> {
  const last = await tx.householdStatus.findFirst({
    where: { householdId },
    orderBy: { validFrom: 'desc' },
    select: { id: true, termId: true, validFrom: true, validTo: true },
  })
  if (!last) return
  const begun = fromDateColumn(last.validFrom)
  if (changedOn <= begun) throw new Refusal('household.statusLater', 422, { day: begun }, 'changedOn')
  const ended = last.validTo && fromDateColumn(last.validTo)
  if (ended !== null && changedOn < ended)
    throw new Refusal('household.statusUntil', 422, { day: ended }, 'changedOn')
  if (ended !== null) return
  if (last.termId === termId) throw new Refusal('household.statusSame', 409, {}, 'category')
  await tx.householdStatus.update({ where: { id: last.id }, data: { validTo: toDateColumn(changedOn) } })
}
