import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findTerms } from '~/modules/codes/find-terms.server'
import { isValidOn, type Term } from '~/modules/codes/terms'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { findContradiction } from './contradictions'
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
    const fault = findContradiction(said, today)
    if (fault) throw new Refusal(fault.key, 422, {}, fault.field)
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
