import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { normaliseSecret } from '~/modules/people/secret-index.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { unsafeJoinOrder } from './join-order.server'
import type { Joining } from './joining'
import { readContact } from './seal-contact.server'

type Joiner = { actor: Actor; orderId: string }

/**
 * Whether a guest's order abroad may become hers: it is nobody's yet, and its letters go to the address by which she signs in, which a link has proved. No code reaches a phone
 * abroad. The caller has checked that her browser may follow the order.
 */
export async function unsafeIsToHerMail({ actor: { personId }, orderId }: Joiner): Promise<boolean> {
  const isGuests = await prisma.order.findFirst({
    where: { id: orderId, buyerPartyId: null },
    select: { id: true },
  })
  if (!isGuests) return false
  const contact = await inScope({ job: 'order_access' }, (tx) => readContact(tx, orderId))
  const own = await inScope({ person: personId }, (tx) => readSecret(tx, { personId, field: 'email' }))
  return (
    contact !== null && 'email' in contact && own !== null && normaliseSecret('email', contact.email) === own
  )
}

/** Lists it among hers. Refuses (403) one that is not hers to list. */
export async function unsafeJoinByMail(joiner: Joiner): Promise<Joining> {
  if (!(await unsafeIsToHerMail(joiner))) throw new Refusal('errors.forbidden', 403)
  return unsafeJoinOrder(joiner)
}
