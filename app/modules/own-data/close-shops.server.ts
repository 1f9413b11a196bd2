import { dropProofs } from '~/modules/mandates/drop-proofs.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'

/** The open or resting shops that she owns on a day; one that she has handed over is not hers any more. */
export function shopsOf(personId: string, day: Date): Prisma.SellerWhereInput {
  const today = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] }
  return {
    status: { in: ['active', 'paused'] },
    people: { some: { personId, role: 'owner', ...today } },
  }
}

/** Her shops that close with her account: open or resting, no base, and owned by nobody but her today; whoever worked in it owns none. Held until the transaction ends, so that no sale comes between. */
export async function lockOwnShops(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Seller" WHERE id IN (SELECT "sellerId" FROM "SellerPerson" WHERE "personId" = ${personId}::uuid AND role = 'owner') ORDER BY id FOR UPDATE`
}

/**
 * Closes her shops for good: what she listed is on no page any more, what showed her is gone, whoever acted for her is out, no card is paid to. Orders, sales and their numbers stay under the shop's id. Whatever
 * keeps them open was refused before.
 */
export async function closeShops(tx: Tx, personId: string): Promise<void> {
  const now = await appNow(tx)
  const today = toDateColumn(dayOf(now))
  const shops = await tx.seller.findMany({
    where: shopsOf(personId, today),
    select: { id: true },
  })
  const sellerId = { in: shops.map(({ id }) => id) }
  const mandates = await tx.mandate.findMany({ where: { sellerId, revokedAt: null }, select: { id: true } })
  for (const { id } of mandates) {
    await tx.mandate.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    await dropProofs(tx, { mandateId: id })
  }
  await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } })
  await tx.bankAccount.updateMany({
    where: { closedAt: null, party: { OR: [{ personId }, { sellerId }] } },
    data: { closedAt: now },
  })
  await tx.baseMember.updateMany({ where: { sellerId, validTo: null }, data: { validTo: today } })
  await tx.product.updateMany({
    where: { sellerId, status: { not: 'withdrawn' } },
    data: { status: 'withdrawn' },
  })
  await tx.seller.updateMany({
    where: { id: sellerId },
    data: { status: 'closed', steps: [], yearsAtCraft: null, weeklyCapacity: null },
  })
}
