import type { Actor } from '~/modules/auth/actor'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

export type HandoverView = {
  id: string
  nameZh: string
  nameEn: string
  fromName: string
  toName: string
  note: string
  proposedAt: string
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
}

const selected = {
  id: true,
  sellerId: true,
  fromPersonId: true,
  toPersonId: true,
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
  note: string
  proposedAt: Date
  fromAgreedAt: Date | null
  toAgreedAt: Date | null
  doneAt: Date | null
  seller: { nameZh: string; nameEn: string }
}

/** Handovers that wait for a word of hers or of the other side. */
export function findOwnHandovers({ actor }: { actor: Actor }): Promise<OwnHandover[]> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const rows = await tx.shopHandover.findMany({
      where: { doneAt: null, endedAt: null, OR: [{ fromPersonId: personId }, { toPersonId: personId }] },
      orderBy: { proposedAt: 'asc' },
      select: selected,
    })
    const views: OwnHandover[] = []
    for (const row of rows) {
      const side = row.fromPersonId === personId ? 'from' : 'to'
      const { sellerId } = row
      const payable = await findBalance(tx, { sellerId, kind: 'payable' })
      const debt = await findBalance(tx, { sellerId, kind: 'seller_debt' })
      views.push({
        ...(await viewOf(tx, row)),
        side,
        hasAgreed: (side === 'from' ? row.fromAgreedAt : row.toAgreedAt) !== null,
        balanceFen: toSafeNumber(-payable - debt),
      })
    }
    return views
  })
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
async function viewOf(tx: Tx, { seller, fromPersonId, toPersonId, ...row }: Row): Promise<HandoverView> {
  return {
    id: row.id,
    nameZh: seller.nameZh,
    nameEn: seller.nameEn,
    fromName: await nameOf(tx, fromPersonId),
    toName: await nameOf(tx, toPersonId),
    note: row.note,
    proposedAt: row.proposedAt.toISOString(),
    fromAgreedAt: row.fromAgreedAt?.toISOString() ?? null,
    toAgreedAt: row.toAgreedAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  }
}

function nameOf(tx: Tx, personId: string): Promise<string> {
  return withinScope(tx, { person: personId }, async () => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
    return person?.name ?? ''
  })
}

function phoneOf(tx: Tx, personId: string): Promise<string | null> {
  return withinScope(tx, { person: personId }, () => findMaskedPhone(tx, personId))
}
