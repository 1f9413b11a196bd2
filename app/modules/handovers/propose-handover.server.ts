import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { createPerson } from '~/modules/people/create-person.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { lockPhone } from '~/modules/people/lock-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

export type ProposeInput = {
  actor: Actor
  sellerId: string
  fromPersonId: string
  /** what she is called until she has a name of her own here */
  heirName: string
  /** eleven digits: by it she signs in and agrees */
  heirPhone: string
  /** what the coordinator has seen */
  note: string
}

/**
 * A coordinator proposes that a workshop, company, base or institution of her region goes from one of its owners to somebody else: nothing changes before both have agreed. Another region's is a 404. Refuses a maker's own
 * shop, which is her hands; somebody who is no owner, or became one today; an owner as the one who takes over; a second proposal while one waits; and whoever is close to one of the two.
 */
export async function proposeHandover(input: ProposeInput): Promise<void> {
  await inScope(input.actor, (tx) => proposeWithin(tx, input))
}

/** The same within a transaction in the coordinator's scope; answers the handover. */
export async function proposeWithin(
  tx: Tx,
  { actor, sellerId, fromPersonId, heirName, heirPhone, note }: ProposeInput,
): Promise<string> {
  // before the shop, as whoever asks somebody for help does
  await lockPhone(tx, secretIndex('phone', heirPhone))
  await requireHandable(tx, { actor, sellerId })
  const toPersonId = await withinScope(tx, { job: 'sign_in' }, () => findOrCreateHeir(tx, heirPhone))
  await requireOwner(tx, { sellerId, fromPersonId, toPersonId })
  for (const personId of [fromPersonId, toPersonId]) {
    const [row] = await tx.$queryRaw<{ close: boolean }[]>`
      SELECT is_close_to(${personId}::uuid, ${actor.userId}::uuid) AS close`
    if (row?.close) throw new Refusal('handover.notHerOwn', 403)
  }
  const { id } = await tx.shopHandover.create({
    data: { sellerId, fromPersonId, toPersonId, heirName, note, proposedById: actor.userId },
    select: { id: true },
  })
  await recordAudit(tx, {
    actor,
    action: 'handover.proposed',
    subject: { type: 'Seller', id: sellerId },
    reason: note,
    detail: { fromPersonId, toPersonId },
  })
  return id
}

/** Locked, so that of two proposals in one moment the second finds the first. */
async function requireHandable(
  tx: Tx,
  { actor, sellerId }: { actor: Actor; sellerId: string },
): Promise<void> {
  if (!actor.regionPath) throw notFound()
  const [shop] = await tx.$queryRaw<{ kind: string; status: string }[]>`
    SELECT s.kind::text, s.status::text FROM "Seller" s JOIN "Region" g ON g.id = s."regionId"
    WHERE s.id = ${sellerId}::uuid AND g.path <@ ${actor.regionPath}::ltree FOR UPDATE OF s`
  if (!shop) throw notFound()
  if (shop.kind === 'individual' || (shop.status !== 'active' && shop.status !== 'paused'))
    throw new Refusal('handover.notThisShop', 409)
  const open = await tx.shopHandover.count({ where: { sellerId, doneAt: null, endedAt: null } })
  if (open > 0) throw new Refusal('handover.waitsAlready', 409)
}

async function requireOwner(
  tx: Tx,
  { sellerId, fromPersonId, toPersonId }: { sellerId: string; fromPersonId: string; toPersonId: string },
): Promise<void> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const owners = await tx.sellerPerson.findMany({
    where: {
      sellerId,
      role: 'owner',
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { personId: true, validFrom: true },
  })
  if (owners.some(({ personId }) => personId === toPersonId))
    throw new Refusal('handover.isOwner', 422, {}, 'heirPhone')
  const from = owners.find(({ personId }) => personId === fromPersonId)
  if (!from) throw notFound()
  if (from.validFrom.getTime() === today.getTime()) throw new Refusal('handover.tomorrow', 409)
}

/** Whoever has the number; else somebody of whom nothing is known but that, whom signing in will find and sweepInvited forgets. */
async function findOrCreateHeir(tx: Tx, phone: string): Promise<string> {
  const { id } = (await findPersonByPhone(tx, phone)) ?? (await createPerson(tx, { phone }))
  return id
}
