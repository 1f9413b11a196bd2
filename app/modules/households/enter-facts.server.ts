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
import { createDataKey } from '~/platform/secrets/envelope.server'
import { readCadrePhone, sealCadrePhone } from './cadre-phone.server'
import { findContradiction } from './contradictions'
import { lockHousehold } from './lock-household.server'
import type { FactsForm } from './schema'

type Facts = z.output<typeof FactsForm> & {
  /** codes of the list poverty_cause */
  otherCauses: readonly string[]
  /** without another telephone, the one that was entered last stays */
  keepsPhone?: boolean
}

/**
 * Enters what a paper of the register says of a household of the coordinator's region: its size, why it was registered, who is responsible for it, her number sealed under a key of its own. What was entered before stays.
 * Refuses a household of another region (404), her own (403), beside the field whatever contradicts itself, a year to come, a cause that is not in use today and the number of one cadre for another, and (409) what was
 * entered last.
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
    const { mainCause, otherCauses, cadrePhone: typed, keepsPhone, ...rest } = said
    const data = {
      ...rest,
      mainCauseId: mainCause === null ? null : causeId(terms, mainCause, 'mainCause'),
      otherCauseIds: otherCauses.map((code) => causeId(terms, code, 'otherCauses')).sort(),
    }
    const last = await findLast(tx, householdId)
    const phone = typed ?? (keepsPhone ? keptPhone(last, rest.cadreName) : null)
    if (last && isSame(last.row, data) && last.phone === phone) throw new Refusal('household.factsSame', 409)
    const id = crypto.randomUUID()
    const sealed = phone === null ? {} : sealCadrePhone(await createDataKey(tx), id, phone)
    await tx.householdFacts.create({
      data: { ...data, ...sealed, id, householdId, enteredById: actor.userId },
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

type Last = { row: Stored; phone: string | null }
type Stored = NonNullable<Awaited<ReturnType<typeof findNewest>>>

const findNewest = (tx: Tx, householdId: string) =>
  tx.householdFacts.findFirst({ where: { householdId }, orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }] })

async function findLast(tx: Tx, householdId: string): Promise<Last | null> {
  const row = await findNewest(tx, householdId)
  return row && { row, phone: await readCadrePhone(tx, row) }
}

/** The number that stays: of the same cadre, as far as her name is known. */
function keptPhone(last: Last | null, cadreName: string): string | null {
  if (!last?.phone) return null
  if (last.row.cadreName !== null && last.row.cadreName !== cadreName)
    throw new Refusal('household.phoneOfOther', 422, {}, 'cadrePhone')
  return last.phone
}

/** Whether a row says what was entered now; the number is compared in the clear. */
function isSame(row: Stored, data: object): boolean {
  return Object.entries(data).every(
    ([name, value]) => String(Reflect.get(row, name) ?? '') === String(value ?? ''),
  )
}
