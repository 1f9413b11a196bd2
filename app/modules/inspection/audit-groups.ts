import type { MessageKey } from '~/platform/i18n/translate'

/** What people search for, and the nouns that acts of it begin with: `listing.approved`. */
export const auditGroups = {
  households: ['household', 'household_link', 'household_member', 'household_import'],
  secrets: ['incident', 'secret', 'contact', 'attachment', 'account'],
  listings: ['listing', 'stock', 'translation'],
  sellers: ['seller', 'card', 'connect', 'succession', 'mandate', 'act', 'handover'],
  payouts: ['payout'],
  orders: ['order', 'refund', 'dispute', 'transfer', 'slip', 'report'],
  books: ['platform_report', 'difference', 'statement', 'alert'],
  rules: ['commission', 'document', 'setting', 'clock', 'role', 'home', 'place'],
} as const satisfies Record<string, readonly string[]>

export type AuditGroup = keyof typeof auditGroups

export const groupTitle = {
  households: 'audit.groupHouseholds',
  secrets: 'audit.groupSecrets',
  listings: 'audit.groupListings',
  sellers: 'audit.groupSellers',
  payouts: 'audit.groupPayouts',
  orders: 'audit.groupOrders',
  books: 'audit.groupBooks',
  rules: 'audit.groupRules',
} as const satisfies Record<AuditGroup, MessageKey>

export function isAuditGroup(text: string): text is AuditGroup {
  return text in auditGroups
}
