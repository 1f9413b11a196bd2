import type { AccountKind } from '~/generated/prisma/enums'
import type { Account } from '~/modules/ledger/accounts'

/** Who is paid: a seller, or a person for herself (a broker, an heir). Exactly one of the two. */
export type PaidParty = { sellerId: string | null; personId: string | null }

/** An account of the party in the books. */
export function accountOf({ sellerId, personId }: PaidParty, kind: AccountKind): Account {
  if (sellerId) return { sellerId, kind }
  if (personId) return { personId, kind }
  throw new Error('a payout goes to a seller or a person')
}
