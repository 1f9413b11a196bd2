import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findTerms } from '~/modules/codes/find-terms.server'
import { termNamed } from '~/modules/codes/terms'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import type { Entered } from './schema'

type EnterInput = Entered & { actor: Actor; householdId: string }

/**
 * Enters what a paper says a household was given. A household of another region is not found. Refuses (beside its field) a day to come and a kind that was not in use on that day, and (409) the same sum of the
 * same paper a second time.
 */
export function enterAssistance({ actor, householdId, ...input }: EnterInput): Promise<void> {
  return inScope(actor, async (tx) => {
    if ((await tx.household.count({ where: { id: householdId } })) === 0) throw notFound()
    const { kind, amount, receivedOn, document } = input
    if (receivedOn > dayOf(await appNow(tx))) throw new Refusal('assistance.later', 422, {}, 'receivedOn')
    const term = termNamed(await findTerms(tx, 'assistance_kind'), [kind], receivedOn)
    if (!term) throw new Refusal('assistance.kindNotThen', 422, {}, 'kind')
    const { count } = await tx.householdAssistance.createMany({
      data: [
        {
          householdId,
          termId: term.id,
          amountFen: amount,
          receivedOn: toDateColumn(receivedOn),
          document,
          enteredById: actor.userId,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) throw new Refusal('assistance.known', 409)
    await recordAudit(tx, {
      actor,
      action: 'assistance.entered',
      subject: { type: 'Household', id: householdId },
      detail: { kind, receivedOn, document },
    })
  })
}
