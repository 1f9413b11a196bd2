import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'

/** Whether words are an identity number: 15 or 18 places, typed in whatever spelling. */
export function isIdNumber(words: string): boolean {
  return /^(\d{15}|\d{17}[\dXx])$/.test(words.normalize('NFKC').replace(/[\s-]/g, ''))
}

/**
 * The household in which somebody with this identity number is a member, looked up by the number's fingerprint: its id, null when the number is not registered, `elsewhere` when it
 * is where the coordinator may not look. Nothing else is told of her.
 */
export function findNumber({
  actor,
  words,
}: {
  actor: Actor
  words: string
}): Promise<{ householdId: string } | 'elsewhere' | null> {
  return inScope(actor, async (tx) => {
    const blindIndex = secretIndex('id_number', words.replace(/-/g, ''))
    const owner = await withinScope(tx, { job: 'sign_in' }, () =>
      tx.personSecret.findUnique({
        where: { field_blindIndex: { field: 'id_number', blindIndex } },
        select: { personId: true },
      }),
    )
    if (!owner) return null
    const [held] = await withinScope(
      tx,
      { job: 'income' },
      () => tx.$queryRaw<{ householdId: string }[]>`
        SELECT "householdId" FROM "HouseholdMember" WHERE "personId" = ${owner.personId}::uuid
          AND daterange("validFrom", "validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date`,
    )
    const isWithin = await tx.person.findUnique({ where: { id: owner.personId }, select: { id: true } })
    if (!held) return isWithin ? null : 'elsewhere'
    const household = await tx.household.findUnique({ where: { id: held.householdId }, select: { id: true } })
    return household ? { householdId: household.id } : 'elsewhere'
  })
}
