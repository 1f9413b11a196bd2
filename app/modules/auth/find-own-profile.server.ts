import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import { maskEmail } from '~/platform/fields'
import type { Actor } from './actor'

export type OwnProfile = { name: string | null; maskedPhone: string | null; maskedEmail: string | null }

/** How she is called, seen as herself. */
export async function findOwnName({ actor }: { actor: Actor }): Promise<string | null> {
  return inScope({ person: actor.personId }, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { name: true } })
    return person?.name ?? null
  })
}

/** How she is called, the last digits of her number and whose post her address is with, seen as herself, whatever region she works for. */
export async function findOwnProfile({ actor }: { actor: Actor }): Promise<OwnProfile> {
  return inScope({ person: actor.personId }, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { name: true } })
    const email = await readSecret(tx, { personId: actor.personId, field: 'email' })
    return {
      name: person?.name ?? null,
      maskedPhone: await findMaskedPhone(tx, actor.personId),
      maskedEmail: email === null ? null : maskEmail(email),
    }
  })
}
