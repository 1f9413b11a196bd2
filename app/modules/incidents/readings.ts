import type { MessageKey } from '~/platform/i18n/translate'

/** Acts by which somebody sees what is another's, and which fields she sees by them. */
const readings = {
  'household.opened': 'incident.fields_household',
  'household_import.errors_opened': 'incident.fields_list',
  'household_import.taken': 'incident.fields_list',
  'secret.revealed': 'incident.fields_secret',
  'contact.opened': 'incident.fields_contact',
  'order.paper_opened': 'incident.fields_contact',
  'invoice.opened': 'incident.fields_invoice',
  'attachment.opened': 'incident.fields_attachment',
  'seller.opened': 'incident.fields_seller',
  'payout.file_downloaded': 'incident.fields_payout',
  'statement.year_exported': 'incident.fields_income',
  'income.exported': 'incident.fields_income',
  'sales.exported': 'incident.fields_income',
  'platform_report.exported': 'incident.fields_report',
  'own_data.exported': 'incident.fields_own',
} as const satisfies Record<string, MessageKey>

export const readingActs: readonly string[] = Object.keys(readings)

const fields: ReadonlyMap<string, MessageKey> = new Map(Object.entries(readings))

/** The fields that an act shows of what it is about; null for one that shows none. The number opened at a household is that of its cadre. */
export const fieldsOf = (action: string, subjectType: string): MessageKey | null =>
  action === 'secret.revealed' && subjectType === 'Household'
    ? 'incident.fields_cadre'
    : (fields.get(action) ?? null)

/** Kinds of record that may be asked about, as the audit names them. */
export const recordKinds = [
  'Person',
  'Household',
  'HouseholdImport',
  'Seller',
  'Order',
  'Refund',
  'Attachment',
  'PayoutBatch',
  'PlatformReport',
] as const
