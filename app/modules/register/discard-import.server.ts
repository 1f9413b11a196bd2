import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { destroyDataKey } from '~/platform/secrets/envelope.server'
import { lockImport } from './open-draft.server'

/** Throws a list away that was not taken; its file can never be read again. */
export function discardImport({ actor, importId }: { actor: Actor; importId: string }): Promise<void> {
  return inScope(actor, async (tx) => {
    const { state, keyId } = await lockImport(tx, importId)
    if (state !== 'draft') throw new Refusal('register.takenAlready', 409)
    await tx.householdImport.delete({ where: { id: importId }, select: { id: true } })
    await destroyDataKey(tx, keyId)
  })
}
