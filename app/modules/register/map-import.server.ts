import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockImport } from './open-draft.server'
import type { StoredMapping } from './schema'

/** Notes which column is what. What the list would bring is worked out whenever it is looked at. Refused once it is taken. */
export function mapImport({
  actor,
  importId,
  mapping,
}: {
  actor: Actor
  importId: string
  mapping: StoredMapping
}): Promise<void> {
  return inScope(actor, async (tx) => {
    const { state } = await lockImport(tx, importId)
    if (state !== 'draft') throw new Refusal('register.takenAlready', 409)
    await tx.householdImport.update({ where: { id: importId }, data: { mapping }, select: { id: true } })
  })
}
