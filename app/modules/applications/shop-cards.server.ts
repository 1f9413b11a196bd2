import { appNow } from '~/platform/db/clock.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** A card as anybody who may know of it sees it. */
export type ShopCard = { bankName: string; last4: string }

/** The newest card of a shop that was not stopped; null: none. */
export function findShopCard(tx: Tx, sellerId: string): Promise<ShopCard | null> {
  return tx.bankAccount.findFirst({
    where: { closedAt: null, party: { sellerId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { bankName: true, last4: true },
  })
}

type NeverOpened = { personId: string; sellerId: string }

/** The cards of a shop that was refused are out of use, and her consents to such in another name withdrawn. Nothing was ever paid to them. */
export function stopShopCards(tx: Tx, { personId, sellerId }: NeverOpened): Promise<void> {
  return withinScope(tx, { person: personId }, async () => {
    const now = await appNow(tx)
    const cards = await tx.bankAccount.findMany({
      where: { closedAt: null, party: { sellerId } },
      select: { id: true, consentId: true },
    })
    await tx.consent.updateMany({
      where: { id: { in: cards.flatMap(({ consentId }) => consentId ?? []) }, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    await tx.bankAccount.updateMany({
      where: { id: { in: cards.map(({ id }) => id) } },
      data: { closedAt: now },
    })
  })
}

/** Stops the cards of a shop that never opened and empties them: bank, number and name go; that there was one, and that she was told of it, stays. */
export async function forgetShopCards(tx: Tx, shop: NeverOpened): Promise<void> {
  await stopShopCards(tx, shop)
  const nothing = new Uint8Array()
  await withinScope(tx, { person: shop.personId }, () =>
    tx.bankAccount.updateMany({
      where: { party: { sellerId: shop.sellerId } },
      data: {
        bankName: '',
        last4: '0000',
        ...{ numberCipher: nothing, holderCipher: nothing },
        ...{ relation: 'self', consentId: null, holderPersonId: null },
      },
    }),
  )
}
