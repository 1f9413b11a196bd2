import type { AccountKind } from '~/generated/prisma/enums'

/** An account by its owner and kind. Its name reads aloud: seller:<id>:payable, platform:commission, stripe:clearing. */
export type Account =
  | { system: 'platform' | 'stripe' | 'bank'; kind: AccountKind }
  | { sellerId: string; kind: AccountKind }
  | { personId: string; kind: AccountKind }
  | { organisationId: string; kind: AccountKind }

/** The name under which an account is found. CNY has no suffix, other currencies carry their code. */
export function accountName(account: Account, currency = 'CNY'): string {
  const owner =
    'system' in account
      ? account.system
      : 'sellerId' in account
        ? `seller:${account.sellerId}`
        : 'personId' in account
          ? `person:${account.personId}`
          : `organisation:${account.organisationId}`
  return `${owner}:${account.kind}${currency === 'CNY' ? '' : `:${currency}`}`
}
