import type { Role } from '~/generated/prisma/enums'
import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'
import type { DeskPlaceName } from './find-desk-frame.server'

export const deskHome = paths.desk()

/** The page behind each place. */
export const placePath = {
  today: paths.desk(),
  listings: paths.deskListings(),
  dictations: paths.deskDictations(),
  applications: paths.deskApplications(),
  records: paths.deskRecords(),
  sellers: paths.deskSellers(),
  households: paths.deskHouseholds(),
  sales: paths.deskSales(),
  incomes: paths.deskIncomes(),
  returns: paths.deskReturns(),
  flags: paths.deskFlags(),
  points: paths.deskPoints(),
  questions: paths.deskQuestions(),
  reports: paths.deskReports(),
  alerts: paths.deskAlerts(),
  disputes: paths.deskDisputes(),
  refunds: paths.deskRefunds(),
  transfers: paths.deskTransfers(),
  invoices: paths.deskInvoices(),
  payouts: paths.deskPayouts(),
  ledger: paths.deskLedger(),
  reconciliation: paths.deskReconciliation(),
  translations: paths.adminTranslations(),
  platformReport: paths.adminPlatformReport(),
  audit: paths.deskAudit(),
  admin: paths.admin(),
} as const satisfies Record<DeskPlaceName, string>

export const placeTitle = {
  today: 'desk.today',
  listings: 'desk.listings',
  dictations: 'voice.deskTitle',
  applications: 'joining.deskTitle',
  records: 'records.deskTitle',
  sellers: 'desk.sellers',
  households: 'desk.households',
  sales: 'sales.title',
  incomes: 'incomes.title',
  returns: 'returns.title',
  flags: 'flags.title',
  points: 'point.deskTitle',
  questions: 'question.desk',
  reports: 'reports.deskTitle',
  alerts: 'alert.title',
  disputes: 'dispute.title',
  refunds: 'aftersales.refunds',
  transfers: 'transfer.deskTitle',
  invoices: 'invoice.deskTitle',
  payouts: 'desk.payouts',
  ledger: 'desk.ledger',
  reconciliation: 'desk.reconciliation',
  translations: 'translation.title',
  platformReport: 'platformReport.title',
  audit: 'audit.title',
  admin: 'desk.admin',
} as const satisfies Record<DeskPlaceName, MessageKey>

/** The office in which she sits here; roles without a desk never see it. */
export const roleTitle = {
  coordinator: 'desk.officeCoordinator',
  finance: 'desk.officeFinance',
  admin: 'desk.officeAdmin',
  buyer: 'desk.nameless',
  artisan: 'desk.nameless',
  broker: 'desk.nameless',
} as const satisfies Record<Role, MessageKey>
