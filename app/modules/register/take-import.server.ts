import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { destroyDataKey } from '~/platform/secrets/envelope.server'
import { judgeList } from './judge-list.server'
import { countOf } from './judge-members.server'
import { lockImport, openFile, patience, requireRegion } from './open-draft.server'
import { readSheet } from './read-sheet.server'
import { lockRegister, writeList } from './write-list.server'

/**
 * Takes a list into the register, all of it or nothing: households, members (to be verified, like every membership, before income counts), their sealed numbers, statuses and what else the register says. The
 * list is judged anew under the lock; with a single fault nothing is done. What is there already stays as it is. Its file is destroyed.
 */
export function takeImport({ actor, importId }: { actor: Actor; importId: string }): Promise<void> {
  return inScope(
    actor,
    async (tx) => {
      await lockRegister(tx)
      const found = await lockImport(tx, importId)
      const bytes = await openFile(tx, found)
      if (found.state !== 'draft' || !bytes) throw new Refusal('register.takenAlready', 409)
      if (!found.mapping) throw new Refusal('register.notMapped', 409)
      const sheet = await readSheet(bytes)
      const judgement = await judgeList(tx, { actor: requireRegion(actor), sheet, mapping: found.mapping })
      if (judgement.faults.length > 0)
        throw new Refusal('register.faultsNow', 409, { count: judgement.faults.length })
      const { households, members, completed } = countOf(judgement)
      if (members + completed === 0) throw new Refusal('register.nothingNew', 409)
      const source = found.fileName
      const evidenceOf = (row: number) => `${source.slice(-100)} · ${row}`
      await writeList(tx, { actor, importId, source, evidenceOf, judgement })
      await tx.householdImport.update({
        where: { id: importId },
        data: {
          state: 'taken',
          cipher: null,
          takenAt: await appNow(tx),
          householdCount: households,
          memberCount: members,
          completedCount: completed,
        },
        select: { id: true },
      })
      await destroyDataKey(tx, found.keyId)
      await recordAudit(tx, {
        actor,
        action: 'household_import.taken',
        subject: { type: 'HouseholdImport', id: importId },
        detail: { households, members, completed },
      })
    },
    { timeout: patience },
  )
}
