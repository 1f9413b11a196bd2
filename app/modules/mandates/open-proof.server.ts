import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import type { OpenedVoice } from '~/modules/voices/open-voice.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'
import { isOneOfThem } from './is-one-of-them.server'
import { proofPlace } from './proof-place'

/** minutes for which a proof that she opened is shown to her */
const openMinutes = 15

/**
 * A coordinator of the maker's region opens a proof, for a reason in her words: written into the audit before anything is shown. The proof is then hers to hear or see for a quarter of an hour. Another region's, one
 * that is decided and one that is gone are a 404; the two it is about, and who belongs to them, are refused (403).
 */
export async function openProof({
  actor,
  proofId,
  reason,
}: {
  actor: Actor
  proofId: string
  reason: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const { mandateId, decidedAt, mandate } = await findProof(tx, { actor, proofId })
    if (await isOneOfThem(tx, { actor, ...mandate })) throw new Refusal('mandate.notOwnProof', 403)
    if (decidedAt) throw notFound()
    await recordAudit(tx, {
      actor,
      action: 'mandate.proof_opened',
      subject: { type: 'Mandate', id: mandateId },
      reason,
      detail: { proofId },
    })
    await tx.mandateProof.update({
      where: { id: proofId },
      data: { openedById: actor.userId, openedAt: await appNow(tx) },
      select: { id: true },
    })
  })
}

/** The bytes of a proof in the clear, for whoever opened it last and while it is open to her. Everybody else, however high, finds nothing. */
export function readProof({ actor, proofId }: { actor: Actor; proofId: string }): Promise<OpenedVoice> {
  return inScope(actor, async (tx) => {
    const row = await findProof(tx, { actor, proofId })
    if (!row.body || !(await isOpenTo(tx, { actor, ...row }))) throw notFound()
    const bytes = unsealBytes(await openDataKey(tx, row.keyId), row.body, proofPlace(proofId))
    return { bytes, contentType: row.contentType }
  })
}

async function findProof(tx: Tx, { actor, proofId }: { actor: Actor; proofId: string }) {
  const row =
    actor.regionId === null
      ? null
      : await tx.mandateProof.findFirst({
          where: {
            id: proofId,
            goneAt: null,
            mandate: { seller: { region: { ancestorIds: { has: actor.regionId } } } },
          },
          select: {
            mandateId: true,
            decidedAt: true,
            mandate: { select: { sellerId: true, agentPersonId: true } },
            keyId: true,
            contentType: true,
            body: true,
            openedById: true,
            openedAt: true,
          },
        })
  if (!row) throw notFound()
  return row
}

type Opened = { actor: Actor; openedById: string | null; openedAt: Date | null }

/** Whether she opened it herself, not longer ago than it stays open. */
export async function isOpenTo(tx: Tx, { actor, openedById, openedAt }: Opened): Promise<boolean> {
  if (openedById !== actor.userId || !openedAt) return false
  return (await appNow(tx)).getTime() - openedAt.getTime() < openMinutes * 60_000
}
