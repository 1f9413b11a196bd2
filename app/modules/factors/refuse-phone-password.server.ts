import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** Refuses (422, beside the field) a password that holds her own phone number. The transaction lies in her scope. */
export async function refusePhonePassword(
  tx: Tx,
  { actor, password }: { actor: Actor; password: string },
): Promise<void> {
  const phone = await readSecret(tx, { personId: actor.personId, field: 'phone' })
  if (phone && password.normalize('NFKC').replace(/\D/g, '').includes(phone))
    throw new Refusal('factors.passwordIsPhone', 422, {}, 'password')
}
