import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findTerms } from '~/modules/codes/find-terms.server'
import { isValidOn, type Term } from '~/modules/codes/terms'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockHousehold } from './lock-household.server'
import type { FactsForm } from './schema'

type Facts = z.output<typeof FactsForm> & {
  /** codes of the list poverty_cause */
  otherCauses: readonly string[]
}

/**
 * Enters what a paper of the register says of a household of the coordinator's region: its size, why it was registered, who is responsible for it. What was entered before stays. Refuses a household of another region
 * (404), her own (403), beside the field whatever contradicts itself, a year to come and a cause that is not in use today, and (409) what was entered last.
 */
export function enterFacts({
  actor,
  householdId,
  ...said
}: Facts & { actor: Actor; householdId: string }): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockHousehold(tx, { actor, householdId })
    const today = dayOf(await appNow(tx))
    refuseContradiction(said, today)
    const terms = (await findTerms(tx, 'poverty_cause')).filter((term) => isValidOn(term, today))
    const { mainCause, otherCauses, ...rest } = said
    const data = {
      ...rest,
      mainCauseId: mainCause === null ? null : causeId(terms, mainCause, 'mainCause'),
      otherCauseIds: otherCauses.map((code) => causeId(terms, code, 'otherCauses')).sort(),
    }
    await refuseSame(tx, { householdId, data })
    const { id } = await tx.householdFacts.create({
      data: { ...data, householdId, enteredById: actor.userId },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'household_facts.entered',
      subject: { type: 'Household', id: householdId },
      detail: { factsId: id },
    })
  })
}

function refuseContradiction(
  { people, workers, mainCause, otherCauses, identifiedIn, liftedIn }: Facts,
  today: Day,
): void {
  const refuse = (key: Refusal['key'], field: string) => new Refusal(key, 422, {}, field)
  const year = Number(today.slice(0, 4))
  if (workers > people) throw refuse('household.workersMore', 'workers')
  if (identifiedIn !== null && identifiedIn > year) throw refuse('household.yearToCome', 'identifiedIn')
  if (liftedIn !== null && liftedIn > year) throw refuse('household.yearToCome', 'liftedIn')
  if (liftedIn !== null && identifiedIn === null) throw refuse('household.liftedWithout', 'identifiedIn')
  if (liftedIn !== null && identifiedIn !== null && liftedIn < identifiedIn)
    throw refuse('household.liftedBefore', 'liftedIn')
  if (mainCause === null && otherCauses.length > 0) throw refuse('household.causeMainFirst', 'mainCause')
  if (mainCause !== null && otherCauses.includes(mainCause))
    throw refuse('household.causeTwice', 'otherCauses')
}

function causeId(terms: readonly Term[], code: string, field: string): string {
  const term = terms.find((one) => one.code === code)
  if (!term) throw new Refusal('household.causeNotNow', 422, {}, field)
  return term.id
}

type Written = Omit<Facts, 'mainCause' | 'otherCauses'> & {
  mainCauseId: string | null
  otherCauseIds: string[]
}

async function refuseSame(
  tx: Tx,
  { householdId, data }: { householdId: string; data: Written },
): Promise<void> {
  const last = await tx.householdFacts.findFirst({
    where: { householdId },
    orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
  })
  if (!last) return
  const isSame = Object.entries(data).every(
    ([name, value]) => String(Reflect.get(last, name) ?? '') === String(value ?? ''),
  )
  if (isSame) throw new Refusal('household.factsSame', 409)
}
