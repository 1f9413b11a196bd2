import type { AccountKind } from '~/generated/prisma/enums'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { type OwnerWord, ownerWord } from './account-words'

/** One leg of a posting. */
export type LegRow = {
  id: string
  accountId: string
  owner: OwnerWord
  kind: AccountKind
  nameZh: string | null
  nameEn: string | null
  currency: string
  purpose: string
  /** the piece that it is about */
  titleZh: string | null
  titleEn: string | null
  /** minor units; positive = debit */
  amount: number
}

export type TransactionPage = {
  reference: string
  kind: string
  at: string
  orderNumber: string | null
  legs: LegRow[]
}

/** One posting with all its legs, in the order in which they were booked. 404 when there is none. */
export function getTransaction({ transactionId }: { transactionId: string }): Promise<TransactionPage> {
  return inScope({ job: 'payout' }, async (tx) => {
    const found = await tx.ledgerTransaction.findUnique({
      where: { id: transactionId },
      select: {
        reference: true,
        kind: true,
        occurredAt: true,
        order: { select: { number: true } },
        entries: {
          orderBy: { id: 'asc' },
          select: {
            id: true,
            accountId: true,
            currency: true,
            purpose: true,
            amountMinor: true,
            orderLine: { select: { titleZh: true, titleEn: true } },
            account: {
              select: {
                kind: true,
                party: {
                  select: {
                    kind: true,
                    system: true,
                    seller: { select: { nameZh: true, nameEn: true } },
                    person: { select: { name: true } },
                  },
                },
              },
            },
          },
        },
      },
    })
    if (!found) throw notFound()
    return {
      reference: found.reference,
      kind: found.kind,
      at: found.occurredAt.toISOString(),
      orderNumber: found.order?.number ?? null,
      legs: found.entries.map(({ id, amountMinor, orderLine, account, ...leg }) => ({
        ...leg,
        id: String(id),
        owner: ownerWord(account.party.kind, account.party.system),
        kind: account.kind,
        nameZh: account.party.seller?.nameZh ?? account.party.person?.name ?? null,
        nameEn: account.party.seller?.nameEn ?? account.party.person?.name ?? null,
        titleZh: orderLine?.titleZh ?? null,
        titleEn: orderLine?.titleEn ?? null,
        amount: toSafeNumber(amountMinor),
      })),
    }
  })
}
