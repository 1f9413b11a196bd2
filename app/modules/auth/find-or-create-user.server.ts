import { createPerson } from '~/modules/people/create-person.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { lockPhone } from '~/modules/people/lock-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/**
 * The user of a phone number that has just been proved by a code. The first time makes what is missing of person, user and the role buyer,
 * one of each however many tabs ask. Runs as the job `sign_in`. Refuses a user who was shut out.
 */
export async function findOrCreateUser(tx: Tx, phone: string): Promise<{ id: string }> {
  await lockPhone(tx, secretIndex('phone', phone))
  const person = (await findPersonByPhone(tx, phone)) ?? (await createPerson(tx, { phone }))
  const user = await tx.user.findUnique({
    where: { personId: person.id },
    select: { id: true, disabledAt: true },
  })
  if (user?.disabledAt) throw new Refusal('account.disabled', 403)
  if (user) return { id: user.id }
  return tx.user.create({
    data: { personId: person.id, roles: { create: { role: 'buyer' } } },
    select: { id: true },
  })
}
