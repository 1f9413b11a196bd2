import type { Actor } from '~/modules/auth/actor'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** The party whose money it is. `ofFirm`: it sells as more than one person, so its account may be a firm's. */
export type OwnPurse = { partyId: string; ofFirm: boolean }

/** A purse that is hers: her own, or that of a seller which she owns today. Acting for somebody is not enough: bank details need her own code. Else 404. */
export async function requirePurse(tx: Tx, actor: Actor, purse: string): Promise<OwnPurse> {
  if (purse === 'me')
    return { partyId: await findOrCreateParty(tx, { personId: actor.personId }), ofFirm: false }
  const today = toDateColumn(dayOf(await appNow(tx)))
  const seller = await tx.seller.findFirst({
    where: {
      id: purse,
      people: {
        some: {
          personId: actor.personId,
          role: 'owner',
          validFrom: { lte: today },
          OR: [{ validTo: null }, { validTo: { gt: today } }],
        },
      },
    },
    select: { id: true, kind: true },
  })
  if (!seller) throw notFound()
  return {
    partyId: await findOrCreateParty(tx, { sellerId: seller.id }),
    ofFirm: seller.kind !== 'individual',
  }
}
