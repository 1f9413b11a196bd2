import type { Actor } from '~/modules/auth/actor'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { endOf } from './days'

export type HandoverView = {
  id: string
  nameZh: string
  nameEn: string
  fromName: string
  toName: string
  note: string
  /** by itself, unless both have agreed */
  endsAt: string
  fromAgreedAt: string | null
  toAgreedAt: string | null
  doneAt: string | null
}

/** One of hers: on which side she stands, and what it means to her. */
export type OwnHandover = HandoverView & {
  side: 'from' | 'to'
  hasAgreed: boolean
  /** what the shop has with us, which goes with it; below nothing: what it owes */
  balanceFen: number
  /** sold, and may still come back: goes with it as well */
  heldFen: number
}

const selected = {
  id: true,
  sellerId: true,
  fromPersonId: true,
  toPersonId: true,
  heirName: true,
  note: true,
  proposedAt: true,
  fromAgreedAt: true,
  toAgreedAt: true,
  doneAt: true,
  seller: { select: { nameZh: true, nameEn: true } },
} as const

type Row = {
  id: string
  fromPersonId: string
  toPersonId: string
  heirName: string | null
  note: string
  proposedAt: Date
  fromAgreedAt: Date | null
  toAgreedAt: Date | null
  doneAt: Date | null
  seller: { nameZh: string; nameEn: string }
}

/** Handovers that wait for a word of hers or of the other side. */
export async function findOwnHandovers({ actor }: { actor: Actor }): Promise<OwnHandover[]> {
  const { personId } = actor
  const waiting = await inScope({ person: personId }, async (tx) => {
    const rows = await tx.shopHandover.findMany({
      where: { doneAt: null, endedAt: null, OR: [{ fromPersonId: personId }, { toPersonId: personId }] },
      orderBy: { proposedAt: 'asc' },
      select: selected,
    })
    const views = []
    for (const row of rows) {
      const side: OwnHandover['side'] = row.fromPersonId === personId ? 'from' : 'to'
      const hasAgreed = (side === 'from' ? row.fromAgreedAt : row.toAgreedAt) !== null
      views.push({ sellerId: row.sellerId, view: { ...(await viewOf(tx, row)), side, hasAgreed } })
    }
    return views
  })
  return Promise.all(
    waiting.map(async ({ sellerId, view }) => {
      const { payableFen, debtFen, heldFen } = await findSellerMoney({ actor: { sellerIds: [sellerId] } })
      return { ...view, balanceFen: payableFen - debtFen, heldFen }
    }),
  )
}

export type DeskHandover = { open: HandoverView | null; last: HandoverView | null; toPhone: string | null }

/** At the desk: the one that waits, and the last that was done. */
export function findDeskHandover({
  actor,
  sellerId,
}: {
  actor: Actor
  sellerId: string
}): Promise<DeskHandover> {
  return inScope(actor, async (tx) => {
    const open = await tx.shopHandover.findFirst({
      where: { sellerId, doneAt: null, endedAt: null },
      select: selected,
    })
    const last = await tx.shopHandover.findFirst({
      where: { sellerId, doneAt: { not: null } },
      orderBy: { doneAt: 'desc' },
      select: selected,
    })
    return {
      open: open && (await viewOf(tx, open)),
      last: last && (await viewOf(tx, last)),
      toPhone: open && (await phoneOf(tx, open.toPersonId)),
    }
  })
}

/** Whom it goes to is known to the other side and the desk, wherever she lives. */
async function viewOf(
  tx: Tx,
  { seller, fromPersonId, toPersonId, heirName, ...row }: Row,
): Promise<HandoverView> {
  return {
    id: row.id,
    nameZh: seller.nameZh,
    nameEn: seller.nameEn,
    fromName: (await nameOf(tx, fromPersonId)) ?? nameless,
    toName: (await nameOf(tx, toPersonId)) ?? heirName ?? nameless,
    note: row.note,
    endsAt: endOf(row.proposedAt).toISOString(),
    fromAgreedAt: row.fromAgreedAt?.toISOString() ?? null,
    toAgreedAt: row.toAgreedAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  }
}

/** of somebody who has told none, or has closed her account since */
const nameless = '—'

function nameOf(tx: Tx, personId: string): Promise<string | null> {
  return withinScope(tx, { person: personId }, async () => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
    return person?.name ?? null
  })
}

function phoneOf(tx: Tx, personId: string): Promise<string | null> {
  return withinScope(tx, { person: personId }, () => findMaskedPhone(tx, personId))
}
