import type { Actor } from '~/modules/auth/actor'
import { proofPlace } from '~/modules/mandates/proof-place'
import { fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'

/** The mandates that she gave and those under which she acts, what she said or signed for those she gave (the bytes as base64), and what was done under them, for her and by her: newest first. The other one is not named. */
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
  const proofs = await tx.mandateProof.findMany({
    where: { mandate: { sellerId: { in: sellerIds }, agentPersonId: { not: personId } } },
    orderBy: { handedInAt: 'desc' },
    take: 100,
    select: {
      id: true,
      means: true,
      contentType: true,
      seconds: true,
      keyId: true,
      body: true,
      handedInAt: true,
      decidedAt: true,
      refusal: true,
      goneAt: true,
      mandate: { select: { seller: { select: { nameZh: true } } } },
    },
  })
  const opened = []
  for (const { id, keyId, body, mandate, ...proof } of proofs)
    opened.push({
      ...proof,
      shop: mandate.seller.nameZh,
      body: body && unsealBytes(await openDataKey(tx, keyId), body, proofPlace(id)).toString('base64'),
    })
  return {
    proofs: opened,
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
