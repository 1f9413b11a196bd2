import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { destroyDataKey } from '~/platform/secrets/envelope.server'
import { isOneOfThem } from './is-one-of-them.server'

type DecideInput = { actor: Actor; proofId: string }

/**
 * A coordinator of the maker's region who has heard or seen the proof confirms that the maker agrees: she has signed by it, and her phone is told. Refuses (404) another region's, (403) the agent herself, the
 * maker's people and their households, (409) one that is decided, gone or of a mandate that is settled, one that a colleague is on, and one that she has not opened.
 */
export async function confirmProof({ actor, proofId }: DecideInput): Promise<void> {
  await inScope(actor, async (tx) => {
    const { mandateId, means } = await lockProof(tx, { actor, proofId })
    const now = await appNow(tx)
    await tx.mandateProof.update({
      where: { id: proofId },
      data: { decidedById: actor.userId, decidedAt: now },
      select: { id: true },
    })
    await tx.mandate.update({
      where: { id: mandateId },
      data: { signedByPrincipalAt: now, consentMeans: means },
      select: { id: true },
    })
    const subject = { type: 'Mandate', id: mandateId }
    await recordAudit(tx, { actor, action: 'mandate.consented', subject, detail: { means, proofId } })
  })
}

/** She turns it down with a reason, which the two read; the recording or photograph is destroyed. Refuses what confirmProof refuses. */
export async function refuseProof({
  actor,
  proofId,
  refusal,
}: DecideInput & { refusal: string }): Promise<void> {
  await inScope(actor, async (tx) => {
    const { mandateId, means, keyId } = await lockProof(tx, { actor, proofId })
    const now = await appNow(tx)
    await tx.mandateProof.update({
      where: { id: proofId },
      data: { decidedById: actor.userId, decidedAt: now, refusal, body: null, goneAt: now },
      select: { id: true },
    })
    await destroyDataKey(tx, keyId)
    await recordAudit(tx, {
      actor,
      action: 'mandate.proof_refused',
      subject: { type: 'Mandate', id: mandateId },
      reason: refusal,
      detail: { means, proofId },
    })
  })
}

/** The mandate is held first, as everywhere: two who decide at one moment come one after the other. */
async function lockProof(tx: Tx, { actor, proofId }: DecideInput) {
  if (!actor.regionId) throw notFound()
  await tx.$queryRaw`
    SELECT m.id FROM "Mandate" m WHERE m.id = (SELECT p."mandateId" FROM "MandateProof" p WHERE p.id = ${proofId}::uuid) FOR UPDATE`
  const row = await tx.mandateProof.findFirst({
    where: { id: proofId, mandate: { seller: { region: { ancestorIds: { has: actor.regionId } } } } },
    select: {
      mandateId: true,
      means: true,
      keyId: true,
      openedById: true,
      decidedAt: true,
      goneAt: true,
      mandate: {
        select: { sellerId: true, agentPersonId: true, revokedAt: true, signedByPrincipalAt: true },
      },
    },
  })
  if (!row) throw notFound()
  const { mandate, decidedAt, goneAt, openedById } = row
  if (decidedAt || goneAt || mandate.revokedAt || mandate.signedByPrincipalAt)
    throw new Refusal('mandate.settled', 409)
  if (await isOneOfThem(tx, { actor, ...mandate })) throw new Refusal('mandate.notOwnProof', 403)
  await tx.$queryRaw`SELECT id FROM "MandateProof" WHERE id = ${proofId}::uuid FOR UPDATE`
  await refuseHeld(tx, { actor, queue: 'proof', subjectId: proofId })
  if (openedById !== actor.userId) throw new Refusal('mandate.openFirst', 409)
  return row
}
