import type { AccountKind } from '~/generated/prisma/enums'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { prisma } from '~/platform/db/prisma.server'

/**
 * What the provider does on our account without being asked for a sale: it sends our balance to our bank, takes that back when the bank refuses, and charges
 * fees of its own. Booked from its movements, each once.
 */
const other = {
  payout: { system: 'bank', kind: 'bank' },
  payout_failure: { system: 'bank', kind: 'bank' },
  payout_cancel: { system: 'bank', kind: 'bank' },
  stripe_fee: { system: 'platform', kind: 'payment_fee' },
} as const satisfies Record<string, { system: 'bank' | 'platform'; kind: AccountKind }>

type OwnType = keyof typeof other

const isOwn = (type: string): type is OwnType => type in other

/** The reference under which such a movement is booked. */
const ownReference = (providerRef: string) => `movement:${providerRef}`

export async function bookOwnMovements(): Promise<void> {
  const entries = await prisma.$queryRaw<
    { providerRef: string; type: string; netMinor: bigint; currency: string }[]
  >`
    SELECT "providerRef", type, "netMinor", currency FROM "ProviderEntry" p
    WHERE type = ANY(${Object.keys(other)}) AND "netMinor" <> 0
      AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'movement:' || p."providerRef")
    ORDER BY "bookedAt", "providerRef" LIMIT 1000`
  for (const { providerRef, type, netMinor, currency } of entries) {
    if (!isOwn(type)) continue
    await prisma.$transaction((tx) =>
      postTransaction(tx, {
        reference: ownReference(providerRef),
        kind: type === 'stripe_fee' ? 'provider_fee' : 'provider_payout',
        legs: [
          { account: { system: 'stripe', kind: 'clearing' }, amount: netMinor, currency, purpose: type },
          { account: other[type], amount: -netMinor, currency, purpose: type },
        ],
      }),
    )
  }
}
