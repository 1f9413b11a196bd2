import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/**
 * Whether she may write listings of a seller today: as its owner or staff (null: for herself), or by a live mandate that includes listing (the
 * owner's person id: 代办, recorded as such). Everybody else finds nothing.
 */
export async function findActingFor(
  tx: Tx,
  { actor, sellerId }: { actor: Actor; sellerId: string },
): Promise<string | null> {
  if (!actor.sellerIds.includes(sellerId)) throw notFound()
  const today = toDateColumn(dayOf(await appNow(tx)))
  const live = { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] }
  const own = await tx.sellerPerson.findFirst({
    where: { sellerId, personId: actor.personId, role: { in: ['owner', 'staff'] }, ...live },
    select: { id: true },
  })
  if (own) return null
  const signed = {
    revokedAt: null,
    signedByPrincipalAt: { not: null },
    signedByAgentAt: { not: null },
    scope: { has: 'list' },
  }
  const mandate = await tx.mandate.findFirst({
    where: { sellerId, agentPersonId: actor.personId, ...signed, ...live },
    select: { id: true },
  })
  if (!mandate) throw notFound()
  const owner = await tx.sellerPerson.findFirst({
    where: { sellerId, role: 'owner', ...live },
    select: { personId: true },
    orderBy: { validFrom: 'asc' },
  })
  return owner?.personId ?? null
}
