import type { AccountKind } from '~/generated/prisma/enums'
import type { Prisma } from '~/platform/db/prisma.server'
import { type OwnerWord, ownerWord } from './account-words'

/** What names an account on a screen. */
export const namedAccount = {
  kind: true,
  party: {
    select: {
      kind: true,
      system: true,
      seller: { select: { nameZh: true, nameEn: true } },
      person: { select: { name: true } },
      organisation: { select: { nameZh: true, nameEn: true } },
    },
  },
} satisfies Prisma.LedgerAccountSelect

export type NamedAccount = {
  owner: OwnerWord
  kind: AccountKind
  /** null for our own accounts */
  nameZh: string | null
  nameEn: string | null
}

type Row = Prisma.LedgerAccountGetPayload<{ select: typeof namedAccount }>

export function nameAccount({ kind, party }: Row): NamedAccount {
  const name = party.person?.name ?? null
  return {
    owner: ownerWord(party.kind, party.system),
    kind,
    nameZh: party.seller?.nameZh ?? party.organisation?.nameZh ?? name,
    nameEn: party.seller?.nameEn ?? party.organisation?.nameEn ?? party.organisation?.nameZh ?? name,
  }
}
