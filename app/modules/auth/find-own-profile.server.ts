import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Actor } from './actor'

export type OwnProfile = { name: string | null; maskedPhone: string | null }

/** How she is called, seen as herself. */
export async function findOwnName({ actor }: { actor: Actor }): Promise<string | null> {
  return inScope({ person: actor.personId }, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { name: true } })
    return person?.name ?? null
  })
}

/** How she is called and the last digits of her number, seen as herself, whatever region she works for. */
export async function findOwnProfile({ actor }: { actor: Actor }): Promise<OwnProfile> {
  return inScope({ person: actor.personId }, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { name: true } })
    return { name: person?.name ?? null, maskedPhone: await findMaskedPhone(tx, actor.personId) }
  })
}
