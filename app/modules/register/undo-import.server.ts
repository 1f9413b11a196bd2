import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockImport, patience } from './open-draft.server'

/**
 * Takes everything out of the register that a list brought, and nothing else: its members, statuses and facts, also those of households that were there before, its households, people and their keys. Refused as soon as something else rests on any of it (a
 * verified membership, a link, income, a shop, a sign-in, another member): the household is named, and its records are ended by hand. Undoing twice changes nothing.
 */
export function undoImport({ actor, importId }: { actor: Actor; importId: string }): Promise<void> {
  return inScope(
    actor,
    async (tx) => {
      const found = await lockImport(tx, importId)
      if (found.state === 'undone') return
      if (found.state !== 'taken') throw new Refusal('register.notTaken', 409)
      const [use] = await tx.$queryRaw<{ code: string | null }[]>`
        SELECT import_in_use(${importId}::uuid) AS code`
      if (use?.code) throw new Refusal('register.inUse', 409, { code: use.code })
      const undone = { state: 'undone' as const, undoneAt: await appNow(tx) }
      await tx.householdImport.update({ where: { id: importId }, data: undone, select: { id: true } })
      await tx.householdMember.deleteMany({ where: { importId } })
      await tx.householdStatus.deleteMany({ where: { importId } })
      const facts = await tx.$queryRaw<{ keyId: string | null }[]>`
        DELETE FROM "HouseholdFacts" WHERE "importId" = ${importId}::uuid RETURNING "cadrePhoneKeyId"::text AS "keyId"`
      await tx.household.deleteMany({ where: { importId } })
      const keys = await tx.person.findMany({ where: { importId }, select: { dataKeyId: true } })
      await tx.personSecret.deleteMany({ where: { person: { importId } } })
      await tx.person.deleteMany({ where: { importId } })
      const keyIds = [...keys.map((one) => one.dataKeyId), ...facts.map((one) => one.keyId)]
      await tx.$executeRaw`DELETE FROM "DataKey" WHERE id = ANY(${keyIds}::uuid[])`
      await recordAudit(tx, {
        actor,
        action: 'household_import.undone',
        subject: { type: 'HouseholdImport', id: importId },
        detail: {
          households: found.householdCount,
          members: found.memberCount,
          completed: found.completedCount,
        },
      })
    },
    { timeout: patience },
  )
}
