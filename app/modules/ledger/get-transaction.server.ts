import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { type NamedAccount, nameAccount, namedAccount } from './account-owner.server'

/** One leg of a posting. */
export type LegRow = NamedAccount & {
  id: string
  accountId: string
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
  /** the parcel that it is about */
  sellerOrderId: string | null
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
        sellerOrderId: true,
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
            account: { select: namedAccount },
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
      sellerOrderId: found.sellerOrderId,
      legs: found.entries.map(({ id, amountMinor, orderLine, account, ...leg }) => ({
        ...leg,
        id: String(id),
        ...nameAccount(account),
        titleZh: orderLine?.titleZh ?? null,
        titleEn: orderLine?.titleEn ?? null,
        amount: toSafeNumber(amountMinor),
      })),
    }
  })
}
