import type { ConnectState, HolderRelation } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'

/** A card as she sees it: its number by the last four digits. */
export type CardView = {
  id: string
  bankName: string
  last4: string
  relation: HolderRelation
  /** null: usable now; else from when on */
  usableFrom: string | null
}

export type ConnectView = {
  country: string
  state: ConnectState
  /** the provider's names of what it asks for */
  requirements: string[]
  /** when she agreed that her details go there; null: not (any more), and no money is sent there */
  agreedAt: string | null
}

/** Money of hers and where it goes: one of her shops', or her own. */
export type Purse = {
  purse: string
  nameZh: string | null
  nameEn: string | null
  ofFirm: boolean
  /** newest first, open ones only */
  cards: CardView[]
  connect: ConnectView | null
  /** the bank's words when her last payment came back, while no other has followed */
  lastFailure: string | null
}

const purseParty = {
  bankAccounts: {
    where: { closedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, bankName: true, last4: true, relation: true, usableFrom: true },
  },
  connectAccounts: {
    where: { endedAt: null },
    select: {
      country: true,
      state: true,
      requirements: true,
      consent: { select: { givenAt: true, withdrawnAt: true } },
    },
  },
  payoutLines: {
    where: { state: { in: ['paid', 'failed', 'returned'] } },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { state: true, failureReason: true },
  },
} satisfies Prisma.PartySelect

type PartyRow = Prisma.PartyGetPayload<{ select: typeof purseParty }>

/** Her shops' purses and, once money was ever booked for herself, her own. */
export function findPurses({ actor }: { actor: Actor }): Promise<Purse[]> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const now = await appNow(tx)
    const today = toDateColumn(dayOf(now))
    const sellers = await tx.seller.findMany({
      where: {
        people: {
          some: {
            personId,
            role: 'owner',
            validFrom: { lte: today },
            OR: [{ validTo: null }, { validTo: { gt: today } }],
          },
        },
      },
      orderBy: { createdAt: 'asc' },
      select: { id: true, nameZh: true, nameEn: true, kind: true, party: { select: purseParty } },
    })
    const own = await tx.party.findUnique({ where: { personId }, select: purseParty })
    const shops = sellers.map(({ id, nameZh, nameEn, kind, party }) => ({
      ...{ purse: id, nameZh, nameEn, ofFirm: kind !== 'individual' },
      ...waysOf(party, now),
    }))
    const herself = { purse: 'me', nameZh: null, nameEn: null, ofFirm: false }
    return own || shops.length === 0 ? [...shops, { ...herself, ...waysOf(own, now) }] : shops
  })
}

function waysOf(party: PartyRow | null, now: Date): Pick<Purse, 'cards' | 'connect' | 'lastFailure'> {
  const last = party?.payoutLines[0]
  const account = party?.connectAccounts[0]
  return {
    cards: (party?.bankAccounts ?? []).map(({ usableFrom, ...card }) => ({
      ...card,
      usableFrom: usableFrom > now ? usableFrom.toISOString() : null,
    })),
    connect: account ? connectView(account) : null,
    lastFailure: last && last.state !== 'paid' ? last.failureReason : null,
  }
}

function connectView({ consent, ...account }: PartyRow['connectAccounts'][number]): ConnectView {
  const stands = consent !== null && consent.withdrawnAt === null
  return { ...account, agreedAt: stands ? consent.givenAt.toISOString() : null }
}
