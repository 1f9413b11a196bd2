import type { AccountKind } from '~/generated/prisma/enums'
import type { Locale } from '~/platform/i18n/locale'
import type { MessageKey, Translate } from '~/platform/i18n/translate'

/** Whose account it is: one of ours by its name, or a seller's or a person's. */
export type OwnerWord = 'platform' | 'stripe' | 'bank' | 'seller' | 'person' | 'organisation'

export const ownerTitle = {
  platform: 'ledger.ownerPlatform',
  stripe: 'ledger.ownerStripe',
  bank: 'ledger.ownerBank',
  seller: 'ledger.ownerSeller',
  person: 'ledger.ownerPerson',
  organisation: 'ledger.ownerOrganisation',
} as const satisfies Record<OwnerWord, MessageKey>

export const kindTitle = {
  clearing: 'ledger.kindClearing',
  held: 'ledger.kindHeld',
  payable: 'ledger.kindPayable',
  in_transit: 'ledger.kindInTransit',
  bank: 'ledger.kindBank',
  commission: 'ledger.kindCommission',
  payment_fee: 'ledger.kindPaymentFee',
  fx_difference: 'ledger.kindFxDifference',
  promotion: 'ledger.kindPromotion',
  seller_debt: 'ledger.kindSellerDebt',
  refund_loss: 'ledger.kindRefundLoss',
  loan_instalment: 'ledger.kindLoanInstalment',
  refund_due: 'ledger.kindRefundDue',
  suspense: 'ledger.kindSuspense',
  tax: 'ledger.kindTax',
  dispute: 'ledger.kindDispute',
  dispute_loss: 'ledger.kindDisputeLoss',
} as const satisfies Record<AccountKind, MessageKey>

/** The word of an owner as the books name it; an unknown system account reads as the platform's. */
export function ownerWord(kind: string, system: string | null): OwnerWord {
  if (kind === 'seller' || kind === 'person' || kind === 'organisation') return kind
  return system === 'stripe' || system === 'bank' ? system : 'platform'
}

type Named = { owner: OwnerWord; kind: AccountKind; nameZh?: string | null; nameEn?: string | null }

/** An account as it reads aloud: its owner and what lies in it. */
export function accountName({ owner, kind, nameZh, nameEn }: Named, t: Translate, locale: Locale): string {
  const name = locale === 'en' ? nameEn : nameZh
  return t('ledger.accountTitle', { owner: name || t(ownerTitle[owner]), kind: t(kindTitle[kind]) })
}

const whatTitle: ReadonlyMap<string, MessageKey> = new Map([
  ['payment', 'ledger.what_payment'],
  ['settlement', 'ledger.what_settlement'],
  ['promotion', 'ledger.what_promotion'],
  ['earned', 'ledger.what_earned'],
  ['refund', 'ledger.what_refund'],
  ['refund_decided', 'ledger.what_refund_decided'],
  ['payout', 'ledger.what_payout'],
  ['payout_paid', 'ledger.what_payout_paid'],
  ['payout_returned', 'ledger.what_payout_returned'],
  ['payout_sent_back', 'ledger.what_payout_sent_back'],
  ['transfer_reversed', 'ledger.what_transfer_reversed'],
  ['succession', 'ledger.what_succession'],
  ['handover', 'ledger.what_handover'],
  ['dispute', 'ledger.what_dispute'],
  ['provider_fee', 'ledger.what_provider_fee'],
  ['provider_payout', 'ledger.what_provider_payout'],
])

/** What a posting is about, in words; one that has none yet shows the books' own word. */
export function whatOf(kind: string, t: Translate): string {
  const key = whatTitle.get(kind)
  return key ? t(key) : kind
}
