import type { ReconciliationSource } from '~/generated/prisma/enums'
import type { MessageKey } from '~/platform/i18n/translate'
import type { DifferenceKind } from './compare-books'

export const kindTitle = {
  missing_in_books: 'reconciliation.kind_missing_in_books',
  missing_there: 'reconciliation.kind_missing_there',
  amount: 'reconciliation.kind_amount',
  currency: 'reconciliation.kind_currency',
  twice: 'reconciliation.kind_twice',
} as const satisfies Record<DifferenceKind, MessageKey>

export const sourceTitle = {
  provider: 'reconciliation.source_provider',
  bank: 'reconciliation.source_bank',
} as const satisfies Record<ReconciliationSource, MessageKey>

export const isDifferenceKind = (kind: string): kind is DifferenceKind => kind in kindTitle
