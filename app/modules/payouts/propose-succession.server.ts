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
  sellerId: string
  heirName: string
  /** eleven digits: by it she signs in and registers her own card */
  heirPhone: string
  relation: HolderRelation
  note: string
  /** the paper that proves it, as a picture or a PDF */
  evidence: Uint8Array
}

/**
 * Proposes that the balance of a maker who has died goes to an heir, with evidence; somebody else decides. Refuses a second proposal while one is open, an heir who is
 * herself behind the shop as its owner, and evidence that is no picture and no PDF.
 */
export function proposeSuccession({ actor, sellerId, evidence, ...heir }: ProposeInput): Promise<void> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const party = await tx.party.findUnique({ where: { sellerId }, select: { id: true } })
    if (!party) throw notFound()
    const open = await tx.succession.count({ where: { partyId: party.id, state: 'proposed' } })
    if (open > 0) throw new Refusal('payout.successionOpen', 409)
    const heirPersonId = await findOrCreateHeir(tx, heir)
    const isOwner = await tx.sellerPerson.count({
      where: { sellerId, personId: heirPersonId, role: 'owner', validTo: null },
    })
    if (isOwner > 0) throw new Refusal('payout.successionSelf', 422, {}, 'heirPhone')
    const attachmentId = await keepAttachment(tx, {
      bytes: evidence,
      uploadedById: actor.userId,
      field: 'evidence',
    })
    const { id } = await tx.succession.create({
      data: {
        partyId: party.id,
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
