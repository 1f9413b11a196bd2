import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** Whether money was ever booked for herself, not for a shop of hers: as a broker, or as the heir of a maker. */
export async function hasOwnMoney({ actor }: { actor: Pick<Actor, 'personId'> }): Promise<boolean> {
  const account = await prisma.ledgerAccount.findFirst({
    where: { party: { personId: actor.personId }, kind: 'payable' },
    select: { id: true },
  })
  return account !== null
}

/** A page about money of her own exists only for whom there is some; else 404. */
export async function requireOwnMoney({ actor }: { actor: Pick<Actor, 'personId'> }): Promise<void> {
  if (!(await hasOwnMoney({ actor }))) throw notFound()
}
