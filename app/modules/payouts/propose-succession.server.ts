import type { HolderRelation } from '~/generated/prisma/enums'
import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { createPerson } from '~/modules/people/create-person.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type ProposeInput = {
  actor: Actor
  /** whose balance it is: a seller's, or a person's own */
  partyId: string
  heirName: string
  /** eleven digits: by it she signs in and registers her own card */
  heirPhone: string
  relation: HolderRelation
  note: string
  /** the paper that proves it, as a picture or a PDF */
  evidence: Uint8Array
}

/**
 * Proposes that the balance of somebody who has died goes to an heir, with evidence; somebody else decides. Refuses a second proposal while one is open, an heir who is
 * the one whose balance it is or behind the shop as its owner, and evidence that is no picture and no PDF.
 */
export function proposeSuccession({ actor, partyId, evidence, ...heir }: ProposeInput): Promise<void> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const party = await tx.party.findUnique({
      where: { id: partyId },
      select: { sellerId: true, personId: true },
    })
    if (!party || (party.sellerId ?? party.personId) === null) throw notFound()
    const open = await tx.succession.count({ where: { partyId, state: 'proposed' } })
    if (open > 0) throw new Refusal('payout.successionOpen', 409)
    const heirPersonId = await findOrCreateHeir(tx, heir)
    const isOwner = party.sellerId
      ? await tx.sellerPerson.count({
          where: { sellerId: party.sellerId, personId: heirPersonId, role: 'owner', validTo: null },
        })
      : 0
    if (isOwner > 0 || heirPersonId === party.personId)
      throw new Refusal('payout.successionSelf', 422, {}, 'heirPhone')
    const attachmentId = await keepAttachment(tx, {
      bytes: evidence,
      uploadedById: actor.userId,
      field: 'evidence',
    })
    const { id } = await tx.succession.create({
      data: {
        partyId,
        heirPersonId,
        relation: heir.relation,
        note: heir.note,
        attachmentId,
        proposedById: actor.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'succession.proposed',
      subject: { type: 'Succession', id },
      reason: heir.note,
    })
  })
}

async function findOrCreateHeir(
  tx: Tx,
  { heirPhone, heirName }: Pick<ProposeInput, 'heirPhone' | 'heirName'>,
): Promise<string> {
  const known = await findPersonByPhone(tx, heirPhone)
  if (known) return known.id
  return (await createPerson(tx, { phone: heirPhone, name: heirName })).id
}
