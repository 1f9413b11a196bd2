import { openAlert } from '~/modules/alerts/open-alert.server'
import { dropProofs } from '~/modules/mandates/drop-proofs.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * The open or resting shops that she owns today: one that she has handed over is not hers any more. `alone`: nobody owns it with her, so that it closes with her account; `shared`: it stays with the others. Whoever has closed her account
 * owns nothing, though her place may last until tomorrow.
 */
export async function findOwnShops(tx: Tx, personId: string): Promise<{ alone: string[]; shared: string[] }> {
  const shops = await tx.$queryRaw<{ id: string; isShared: boolean }[]>`
    WITH today AS (SELECT (app_now() AT TIME ZONE 'Asia/Shanghai')::date AS day)
    SELECT s.id::text, EXISTS (SELECT 1 FROM "SellerPerson" o WHERE o."sellerId" = s.id AND o.role = 'owner' AND o."personId" <> ${personId}::uuid
      AND daterange(o."validFrom", o."validTo") @> today.day AND NOT has_left(o."personId")) AS "isShared"
    FROM today, "Seller" s JOIN "SellerPerson" p ON p."sellerId" = s.id AND p.role = 'owner' AND p."personId" = ${personId}::uuid
    WHERE s.status IN ('active', 'paused') AND daterange(p."validFrom", p."validTo") @> today.day ORDER BY s.id`
  const those = (isShared: boolean) =>
    shops.filter((shop) => shop.isShared === isShared).map((shop) => shop.id)
  return { alone: those(false), shared: those(true) }
}

/** Her shops, those that she is to take over, and the cards of hers, held until the transaction ends: no sale, no payout and no other owner's leaving comes between. */
export async function lockOwnShops(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Seller" WHERE id IN (SELECT "sellerId" FROM "SellerPerson" WHERE "personId" = ${personId}::uuid AND role = 'owner')
      OR id IN (SELECT "sellerId" FROM "ShopHandover" WHERE "toPersonId" = ${personId}::uuid AND num_nonnulls("doneAt", "endedAt") = 0) ORDER BY id FOR UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "BankAccount" WHERE "partyId" IN (SELECT y.id FROM "Party" y WHERE y."personId" = ${personId}::uuid
      OR y."sellerId" IN (SELECT "sellerId" FROM "SellerPerson" WHERE "personId" = ${personId}::uuid AND role = 'owner')) ORDER BY id FOR UPDATE`
}

/** After her account is closed: she is out of the shops that others own with her, and the desk over them is called. What the shop has is the shop's. */
export async function leaveShops(tx: Tx, personId: string): Promise<void> {
  const shops = await tx.$queryRaw<
    { shop: string }[]
  >`SELECT shop::text FROM leave_shared_shops(${personId}::uuid)`
  for (const { shop } of shops) {
    const { nameZh } = await tx.seller.findUniqueOrThrow({ where: { id: shop }, select: { nameZh: true } })
    await openAlert(tx, {
      kind: 'owner_left',
      subject: { type: 'Seller', id: shop },
      detail: { reason: nameZh },
    })
  }
}

/**
 * Closes the shops that are hers alone for good: what she listed is on no page any more, what showed her is gone, whoever acted for her is out, no card is paid to, nor one of hers in a shop that stays with another. Orders, sales and their numbers stay under the shop's id. Whatever
 * keeps them open was refused before.
 */
export async function closeShops(tx: Tx, personId: string): Promise<void> {
  const now = await appNow(tx)
  const today = toDateColumn(dayOf(now))
  await tx.shopHandover.updateMany({
    where: { doneAt: null, endedAt: null, OR: [{ fromPersonId: personId }, { toPersonId: personId }] },
    data: { endedAt: now },
  })
  const sellerId = { in: (await findOwnShops(tx, personId)).alone }
  const { dataKeyId } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { dataKeyId: true },
  })
  const mandates = await tx.mandate.findMany({ where: { sellerId, revokedAt: null }, select: { id: true } })
  for (const { id } of mandates) {
    await tx.mandate.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    await dropProofs(tx, { mandateId: id })
  }
  await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } })
  await tx.bankAccount.updateMany({
    where: { closedAt: null, OR: [{ party: { OR: [{ personId }, { sellerId }] } }, { keyId: dataKeyId }] },
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
