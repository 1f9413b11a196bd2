import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { checkCode } from '~/modules/auth/check-code.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { endOf } from './days'
import { dropEndedProofs } from './drop-ended-proofs.server'
import { lockShopOf } from './lock-shop.server'

type Asked = { actor: Actor; handoverId: string }
/** How it stands for her who has agreed: the other has not yet, or the shop is given away or taken over. */
type HerWord = 'agreed' | 'given' | 'taken'
const doneOn = { from: 'given', to: 'taken' } as const

/** Sends a code to her own phone, good for this handover alone, and answers it for the screen in a demo. Whoever has agreed already needs none: she is answered how it stands. */
export async function requestHandoverCode({
  actor,
  handoverId,
  address,
}: Asked & { address: string }): Promise<{ said: HerWord } | { shownCode: string | null }> {
  const { said, phone } = await inScope({ person: actor.personId }, (tx) =>
    findPhoneToAsk(tx, { actor, handoverId }),
  )
  return said ? { said } : requestCode({ purpose: 'shop_handover', handoverId, phone, address })
}

/**
 * One of the two agrees, with the code of her own phone; with the second word the shop is the other's in the same moment (trigger). Agreeing again changes nothing, and answers how it stands: whoever did not hear that it is
 * done hears it. Refuses a wrong code, one that came to nothing, and the last word while a payout of the shop is on its way.
 */
export async function agreeHandover({ actor, handoverId, code }: Asked & { code: string }): Promise<HerWord> {
  const { personId } = actor
  const { said, phone } = await inScope({ person: personId }, (tx) =>
    findPhoneToAsk(tx, { actor, handoverId }),
  )
  if (said) return said
  await checkCode({ purpose: 'shop_handover', handoverId, phone, code })
  return inScope({ person: personId }, async (tx) => {
    const row = await lockHandover(tx, { actor, handoverId })
    if (row.said) return row.said
    if (row.isOthersAgreed) await refusePaidOut(tx, row.sellerId)
    const now = await appNow(tx)
    const { doneAt } = await tx.shopHandover.update({
      where: { id: handoverId },
      data: row.side === 'from' ? { fromAgreedAt: now } : { toAgreedAt: now },
      select: { doneAt: true },
    })
    const subject = { type: 'Seller', id: row.sellerId }
    await recordAudit(tx, {
      actor,
      action: doneAt ? 'handover.done' : 'handover.agreed',
      subject,
      detail: { handoverId },
    })
    if (!doneAt) return 'agreed'
    await dropEndedProofs(tx, row.sellerId)
    return doneOn[row.side]
  })
}

/** One of the two, or the desk over the shop, gives it up before it is done; what is done meanwhile is refused. Giving up again changes nothing. */
export function endHandover({ actor, handoverId, by }: Asked & { by: 'desk' | 'herself' }): Promise<void> {
  return inScope(by === 'desk' ? actor : { person: actor.personId }, async (tx) => {
    await lockShopOf(tx, handoverId)
    const row = await tx.shopHandover.findUnique({
      where: { id: handoverId },
      select: { sellerId: true, endedAt: true, doneAt: true },
    })
    if (!row) throw notFound()
    if (row.doneAt) throw new Refusal('handover.over', 409)
    if (row.endedAt) return
    await tx.shopHandover.update({
      where: { id: handoverId },
      data: { endedAt: await appNow(tx) },
      select: { id: true },
    })
    const subject = { type: 'Seller', id: row.sellerId }
    await recordAudit(tx, { actor, action: 'handover.ended', subject, detail: { handoverId } })
  })
}

/** A handover of hers, locked: how it stands, and what she is told who has agreed before. Anybody else's is not found; one that came to nothing is refused. */
async function lockHandover(tx: Tx, { actor: { personId }, handoverId }: Asked) {
  await lockShopOf(tx, handoverId)
  const row = await tx.shopHandover.findFirst({
    where: { id: handoverId, OR: [{ fromPersonId: personId }, { toPersonId: personId }] },
    select: {
      sellerId: true,
      fromPersonId: true,
      proposedAt: true,
      fromAgreedAt: true,
      toAgreedAt: true,
      doneAt: true,
      endedAt: true,
      absence: { select: { handoverId: true } },
    },
  })
  if (!row) throw notFound()
  const isTooLate = !row.doneAt && endOf(row.proposedAt) <= (await appNow(tx))
  if (row.endedAt || isTooLate) throw new Refusal('handover.over', 409)
  const side: 'from' | 'to' = row.fromPersonId === personId ? 'from' : 'to'
  if (side === 'from' && row.absence) throw new Refusal('absence.onlyObject', 409)
  const [hers, others] =
    side === 'from' ? [row.fromAgreedAt, row.toAgreedAt] : [row.toAgreedAt, row.fromAgreedAt]
  const said: HerWord | null = row.doneAt ? doneOn[side] : hers ? 'agreed' : null
  return { sellerId: row.sellerId, side, said, isOthersAgreed: others !== null }
}

/** The number that her code goes to; of whoever has agreed already, how it stands. */
async function findPhoneToAsk(
  tx: Tx,
  { actor, handoverId }: Asked,
): Promise<{ said: HerWord; phone: null } | { said: null; phone: string }> {
  const { said } = await lockHandover(tx, { actor, handoverId })
  return said ? { said, phone: null } : { said: null, phone: await readPhone(tx, actor) }
}

async function readPhone(tx: Tx, { personId }: Actor): Promise<string> {
  const phone = await readSecret(tx, { personId, field: 'phone' })
  if (phone === null) throw new Refusal('handover.noPhone', 409)
  return phone
}

/** Said before the database refuses it. */
async function refusePaidOut(tx: Tx, sellerId: string): Promise<void> {
  const onTheWay = await withinScope(tx, { job: 'payout' }, () =>
    tx.payoutLine.count({ where: { party: { sellerId }, state: { in: ['prepared', 'in_transit'] } } }),
  )
  if (onTheWay > 0) throw new Refusal('handover.paidOut', 409)
}
