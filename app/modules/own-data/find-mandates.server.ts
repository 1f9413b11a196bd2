import type { Actor } from '~/modules/auth/actor'
import { fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** The mandates that she gave and those under which she acts, and what was done under them, for her and by her: newest first. The other one is not named. */
export async function findMandates(tx: Tx, { personId, userId, sellerIds }: Actor) {
  const mandates = await tx.mandate.findMany({
    where: { OR: [{ agentPersonId: personId }, { sellerId: { in: sellerIds } }] },
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: {
      agentPersonId: true,
      agentKind: true,
      scope: true,
      capBps: true,
      validFrom: true,
      validTo: true,
      consentMeans: true,
      signedByPrincipalAt: true,
      signedByAgentAt: true,
      revokedAt: true,
      seller: { select: { nameZh: true } },
    },
  })
  const acts = await tx.act.findMany({
    where: { OR: [{ agentUserId: userId }, { sellerId: { in: sellerIds } }] },
    orderBy: { at: 'desc' },
    take: 2000,
    select: {
      kind: true,
      at: true,
      agentUserId: true,
      seller: { select: { nameZh: true } },
      undone: { select: { at: true } },
    },
  })
  return {
    mandates: mandates.map(({ agentPersonId, seller, validFrom, validTo, ...mandate }) => ({
      ...mandate,
      as: agentPersonId === personId ? 'agent' : 'maker',
      shop: seller.nameZh,
      from: fromDateColumn(validFrom),
      until: validTo && fromDateColumn(validTo),
    })),
    acts: acts.map(({ kind, at, agentUserId, seller, undone }) => ({
      by: agentUserId === userId ? 'me' : 'agent',
      shop: seller.nameZh,
      kind,
      at: at.toISOString(),
      undoneAt: undone?.at.toISOString() ?? null,
    })),
  }
}
