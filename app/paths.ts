import { z } from 'zod'

/**
 * Every address of the site beside the schema of its parameters. Without a language: localPath adds /en.
 */
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
const id = z.uuid()

export const CraftParams = z.object({ craft: slug })
export const ProductParams = z.object({ slug })
export const MakerParams = z.object({ slug })
export const BaseParams = z.object({ slug })
export const VerifyParams = z.object({ serial: z.string().regex(/^[A-Z]{2,4}-\d{4,6}$/) })
/** number as people read it: 2611-048213 */
export const OrderParams = z.object({ number: z.string().regex(/^\d{4}-\d{6}$/) })
/** the 128-bit secret of an order's link */
export const OrderLinkParams = OrderParams.extend({ secret: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })
/** the 256-bit token of a sign-in link */
export const SignInLinkParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
export const StudioProductParams = z.object({ productId: id })
export const VoiceParams = z.object({ voiceId: id })
export const TableParams = z.object({ listId: id })
export const PiecesFileParams = z.object({ form: z.enum(['xlsx', 'csv', 'zip']) })
export const PlatformReportParams = z.object({ reportId: id })
export const UploadParams = z.object({ uploadId: id })
export const StudioOrderParams = z.object({ sellerOrderId: id })
/** a maker's tile on a shared device */
export const PointTileParams = z.object({ memberId: id })
export const ConversationParams = z.object({ conversationId: id })
export const OrderPhotoParams = OrderParams.extend({ attachmentId: id })
export const OrderMessagesParams = OrderParams.extend({ sellerOrderId: id })
export const RevisionParams = z.object({ revisionId: id })
export const HouseholdParams = z.object({ householdId: id })
export const ImportParams = z.object({ importId: id })
export const DeskSellerParams = z.object({ sellerId: id })
export const HandoverParams = z.object({ handoverId: id })
export const AttachmentParams = z.object({ attachmentId: id })
export const BatchParams = z.object({ batchId: id })
export const ApplicationParams = z.object({ applicationId: id })
export const ApplicationFileParams = ApplicationParams.extend({ attachmentId: id })
export const ReportParams = z.object({ reportId: id })
export const UserParams = z.object({ userId: id })
export const CodeParams = z.object({ termId: id })
export const RegionParams = z.object({ code: z.string().regex(/^\d{2,12}$/) })
export const TextParams = z.object({ kind: z.enum(['product', 'maker']), subjectId: id })
export const HomeItemParams = z.object({ itemId: id })
export const ReportEvidenceParams = ReportParams.extend({ attachmentId: id })
export const DisputeParams = z.object({ disputeId: id })
/** of her book, or `new` */
export const AddressParams = z.object({ addressId: z.union([z.literal('new'), id]) })
export const TransferParams = z.object({ paymentId: id })
export const LedgerAccountParams = z.object({ accountId: id })
export const LedgerTransactionParams = z.object({ transactionId: id })

/** a month: 2026-11 */
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
export const StatementParams = z.object({ month })
export const DeskStatementParams = z.object({ sellerId: id, month })
/** a place's return of a month, by the place's statistical code */
export const MandateParams = z.object({ mandateId: id })
export const ProofParams = z.object({ proofId: id })
export const ReturnParams = z.object({ month, place: z.string().regex(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/) })
export const ReturnVersionParams = ReturnParams.extend({ version: z.coerce.number().int().min(1).max(999) })
export const ReturnFileParams = ReturnParams.extend({ form: z.enum(['xlsx', 'csv']) })
export const MonthFileParams = z.object({ month, form: z.enum(['xlsx', 'csv']) })
export const SalesFileParams = z.object({ form: z.enum(['xlsx', 'csv']) })
/** whose money: a seller's id, or `me` */
export const PurseParams = z.object({ purse: z.union([z.literal('me'), id]) })

/** the product feeds: each in a language and a form, and the one of the site map, in Chinese */
export const feedFiles = ['products.xml', 'zh-CN.tsv', 'zh-CN.xml', 'en.tsv', 'en.xml'] as const
export const FeedParams = z.object({ file: z.enum(feedFiles) })

/** what the sitemap has parts of, in the order of its index */
export const sitemapKinds = ['pages', 'makers', 'pieces'] as const
export type SitemapPart = { kind: (typeof sitemapKinds)[number]; number: number }
/** a part of the sitemap as its address names it: pieces-2; without one the index of all */
export const SitemapSearch = z.object({
  part: z
    .string()
    .regex(/^[a-z]+-[1-9]\d{0,3}$/)
    .transform((name) => name.split('-'))
    .pipe(z.tuple([z.enum(sitemapKinds), z.coerce.number<string>()]))
    .transform(([kind, number]): SitemapPart => ({ kind, number }))
    .optional(),
})

/** a piece's poster: its language, and its slug as a file */
export const PosterParams = z.object({
  locale: z.enum(['zh-CN', 'en']),
  file: z.string().regex(/^[a-z0-9-]{1,80}\.jpg$/),
})

type In<S extends z.ZodType> = z.input<S>

export const paths = {
  // shop
  home: () => '/',
  search: (query: Record<string, string> = {}) => withQuery('/search', query),
  suggestions: () => '/search/suggestions',
  craft: ({ craft }: In<typeof CraftParams>) => `/crafts/${craft}`,
  product: ({ slug: name }: In<typeof ProductParams>) => `/products/${name}`,
  share: ({ slug: name }: In<typeof ProductParams>) => `/products/${name}/share`,
  makers: (query: Record<string, string> = {}) => withQuery('/makers', query),
  base: ({ slug: name }: In<typeof BaseParams>, query: Record<string, string> = {}) =>
    withQuery(`/bases/${name}`, query),
  maker: ({ slug: name }: In<typeof MakerParams>, query: Record<string, string> = {}) =>
    withQuery(`/makers/${name}`, query),
  verify: ({ serial }: In<typeof VerifyParams>) => `/verify/${serial}`,
  destination: ({ back, country }: { back: string; country?: string }) =>
    withQuery('/destination', { back, ...(country ? { country } : {}) }),
  cart: () => '/cart',
  checkout: (query: { buy?: string } = {}) => withQuery('/checkout', query),
  favourites: () => '/favourites',
  ownPart: () => '/own-part',
  readAddress: () => '/checkout/read-address',
  checkoutDraft: () => '/checkout/draft',
  findOrder: ({ back }: { back?: string | undefined } = {}) => withQuery('/orders', back ? { back } : {}),
  order: ({ number }: In<typeof OrderParams>, query: Record<string, string> = {}) =>
    withQuery(`/orders/${number}`, query),
  orderLink: ({ number, secret }: In<typeof OrderLinkParams>) => `/orders/${number}/open/${secret}`,
  orderMessages: ({ number, sellerOrderId }: In<typeof OrderMessagesParams>) =>
    `/orders/${number}/messages/${sellerOrderId}`,
  orderPhoto: ({ number, attachmentId }: In<typeof OrderPhotoParams>) =>
    `/orders/${number}/photos/${attachmentId}`,
  orderPay: ({ number }: In<typeof OrderParams>, query: Record<string, string> = {}) =>
    withQuery(`/orders/${number}/pay`, query),
  orderTransfer: ({ number }: In<typeof OrderParams>) => `/orders/${number}/transfer`,
  orderReturn: ({ number }: In<typeof OrderParams>) => `/orders/${number}/return`,
  impact: () => '/impact',
  about: () => '/about',
  help: () => '/help',
  report: (query: Record<string, string> = {}) => withQuery('/report', query),
  followReport: ({ number, secret }: In<typeof OrderLinkParams>, query: Record<string, string> = {}) =>
    withQuery(`/reports/${number}/${secret}`, query),
  terms: (query: Record<string, string> = {}) => withQuery('/terms', query),
  privacy: (query: Record<string, string> = {}) => withQuery('/privacy', query),
  rules: (query: Record<string, string> = {}) => withQuery('/rules', query),
  tooLarge: ({ from }: { from: string }) => withQuery('/too-large', { from }),
  // account
  signIn: (search: { closed?: boolean } = {}) => (search.closed ? '/sign-in?closed=yes' : '/sign-in'),
  signInCode: () => '/sign-in/code',
  signInMail: () => '/sign-in/mail',
  signInLink: ({ token }: In<typeof SignInLinkParams>) => `/sign-in/link/${token}`,
  staffSignIn: (query: Record<string, string> = {}) => withQuery('/sign-in/staff', query),
  staffCode: () => '/sign-in/staff/code',
  staffSetUp: (query: Record<string, string> = {}) => withQuery('/sign-in/staff/set-up', query),
  accountSecurity: (query: Record<string, string> = {}) => withQuery('/account/security', query),
  staffProof: (query: Record<string, string> = {}) => withQuery('/sign-in/staff/proof', query),
  signOut: () => '/sign-out',
  point: () => '/point',
  pointTile: ({ memberId }: In<typeof PointTileParams>) => `/point/tiles/${memberId}`,
  pointJoin: (query: Record<string, string> = {}) => withQuery('/point/join', query),
  pointLeave: () => '/point/leave',
  pointHere: () => '/point/here',
  account: () => '/account',
  accountOrders: () => '/account/orders',
  accountPhoto: ({ attachmentId }: In<typeof AttachmentParams>) => `/account/messages/photos/${attachmentId}`,
  accountMessages: () => '/account/messages',
  accountMessagesAbout: ({ slug: name }: In<typeof ProductParams>) => `/account/messages/about/${name}`,
  accountConversation: ({ conversationId }: In<typeof ConversationParams>) =>
    `/account/messages/${conversationId}`,
  accountExport: () => '/account/export',
  accountClose: () => '/account/close',
  accountHandovers: (query: Record<string, string> = {}) => withQuery('/account/handovers', query),
  accountAddresses: () => '/account/addresses',
  accountAddress: ({ addressId }: In<typeof AddressParams>) => `/account/addresses/${addressId}`,
  accountMoney: () => '/account/money',
  accountCard: () => '/account/money/card',
  currency: () => '/currency',
  view: () => '/view',
  accountActing: (query: Record<string, string> = {}) => withQuery('/account/acting', query),
  accountConsent: ({ mandateId }: In<typeof MandateParams>, query: Record<string, string> = {}) =>
    withQuery(`/account/acting/${mandateId}`, query),
  accountConsentSound: ({ mandateId }: In<typeof MandateParams>) => `/account/acting/${mandateId}/sound`,

  // studio
  studio: () => '/studio',
  studioProducts: () => '/studio/products',
  studioNewProduct: () => '/studio/products/new',
  studioProduct: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}`,
  studioPhotos: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}/photos`,
  studioWords: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}/words`,
  studioPrice: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}/price`,
  studioCheck: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}/check`,
  studioVoice: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}/voice`,
  studioSound: ({ productId }: In<typeof StudioProductParams>) => `/studio/products/${productId}/sound`,
  studioTables: (query: Record<string, string> = {}) => withQuery('/studio/products/import', query),
  studioTable: ({ listId }: In<typeof TableParams>, query: Record<string, string> = {}) =>
    withQuery(`/studio/products/import/${listId}`, query),
  studioTableTemplate: () => '/studio/products/import/template',
  studioTableFaults: ({ listId }: In<typeof TableParams>) => `/studio/products/import/${listId}/faults`,
  studioTableArchive: ({ listId }: In<typeof TableParams>) => `/studio/products/import/${listId}/archive`,
  studioPiecesFile: ({ form }: In<typeof PiecesFileParams>, query: { seller: string }) =>
    withQuery(`/studio/products/export/${form}`, query),
  studioPocket: () => '/studio/pocket',
  studioOffline: () => '/studio/offline',
  studioPocketMine: () => '/studio/pocket/mine',
  studioPocketDrafts: () => '/studio/pocket/drafts',
  studioUpload: ({ uploadId }: In<typeof UploadParams>) => `/studio/uploads/${uploadId}`,
  studioPhoto: ({ attachmentId }: In<typeof AttachmentParams>) => `/studio/messages/photos/${attachmentId}`,
  studioMessages: () => '/studio/messages',
  studioConversation: ({ conversationId }: In<typeof ConversationParams>) =>
    `/studio/messages/${conversationId}`,
  studioQuestions: (query: Record<string, string> = {}) => withQuery('/studio/questions', query),
  studioReports: (query: Record<string, string> = {}) => withQuery('/studio/reports', query),
  studioOrders: () => '/studio/orders',
  studioCustoms: ({ sellerOrderId }: In<typeof StudioOrderParams>) =>
    `/studio/orders/${sellerOrderId}/customs`,
  studioOrderMessages: ({ sellerOrderId }: In<typeof StudioOrderParams>) =>
    `/studio/orders/${sellerOrderId}/messages`,
  studioProduction: ({ sellerOrderId }: In<typeof StudioOrderParams>) =>
    `/studio/orders/${sellerOrderId}/photos`,
  studioCollection: () => '/studio/collection',
  studioPapers: (query: { kind: 'labels' | 'slips'; part: string } | null = null) =>
    query ? withQuery('/studio/papers', query) : '/studio/papers',
  studioOrder: ({ sellerOrderId }: In<typeof StudioOrderParams>) => `/studio/orders/${sellerOrderId}`,
  studioIncome: () => '/studio/income',
  studioStatements: () => '/studio/statements',
  studioTax: (query: { year?: string; purse?: string } = {}) => withQuery('/studio/tax', query),
  studioTaxFile: (query: { year: string; purse: string }) => withQuery('/studio/tax/file', query),
  studioTaxPdf: (query: { year: string; purse: string; print?: string }) =>
    withQuery('/studio/tax/pdf', query),
  studioStatement: ({ month }: In<typeof StatementParams>) => `/studio/statements/${month}`,
  studioStatementPdf: ({ month }: In<typeof StatementParams>) => `/studio/statements/${month}/pdf`,
  studioPromotions: () => '/studio/promotions',
  studioCalendar: () => '/studio/calendar',
  studioHelpers: (query: Record<string, string> = {}) => withQuery('/studio/helpers', query),
  studioMakers: (query: Record<string, string> = {}) => withQuery('/studio/makers', query),
  studioConsents: (query: Record<string, string> = {}) => withQuery('/studio/consents', query),
  studioRecord: (query: Record<string, string> = {}) => withQuery('/studio/record', query),
  studioJoin: (query: Record<string, string> = {}) => withQuery('/studio/join', query),
  studioJoinCard: (query: Record<string, string> = {}) => withQuery('/studio/join/card', query),
  studioJoinPhoto: ({ attachmentId }: In<typeof AttachmentParams>) => `/studio/join/photos/${attachmentId}`,
  studioPoint: (query: Record<string, string> = {}) => withQuery('/studio/point', query),
  studioSettings: () => '/studio/settings',
  studioCard: () => '/studio/settings/card',
  studioConnect: ({ purse }: In<typeof PurseParams>) => `/studio/settings/account/${purse}`,
  // desk
  desk: (query: Record<string, string> = {}) => withQuery('/desk', query),
  deskListings: () => '/desk/listings',
  deskListing: ({ revisionId }: In<typeof RevisionParams>) => `/desk/listings/${revisionId}`,
  deskRegion: () => '/desk/region',
  deskDictations: (query: Record<string, string> = {}) => withQuery('/desk/dictations', query),
  deskDictation: ({ revisionId }: In<typeof RevisionParams>) => `/desk/dictations/${revisionId}`,
  deskDictationSound: ({ revisionId }: In<typeof RevisionParams>) => `/desk/dictations/${revisionId}/sound`,
  deskListingSound: ({ revisionId }: In<typeof RevisionParams>) => `/desk/listings/${revisionId}/sound`,
  deskMandates: (query: Record<string, string> = {}) => withQuery('/desk/mandates', query),
  deskMandateProof: ({ proofId }: In<typeof ProofParams>) => `/desk/mandates/${proofId}/proof`,
  deskPhrases: () => '/desk/phrases',
  deskRecords: (query: Record<string, string> = {}) => withQuery('/desk/records', query),
  deskApplications: (query: Record<string, string> = {}) => withQuery('/desk/applications', query),
  deskApplication: ({ applicationId }: In<typeof ApplicationParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/applications/${applicationId}`, query),
  deskApplicationFile: ({ applicationId, attachmentId }: In<typeof ApplicationFileParams>) =>
    `/desk/applications/${applicationId}/files/${attachmentId}`,
  deskSellers: (query: Record<string, string> = {}) => withQuery('/desk/sellers', query),
  deskSeller: ({ sellerId }: In<typeof DeskSellerParams>) => `/desk/sellers/${sellerId}`,
  deskAbsence: ({ sellerId }: In<typeof DeskSellerParams>) => `/desk/sellers/${sellerId}/absence`,
  deskAbsencePaper: ({ handoverId }: In<typeof HandoverParams>) => `/desk/handovers/${handoverId}/paper`,
  deskStatement: ({ sellerId, month }: In<typeof DeskStatementParams>) =>
    `/desk/sellers/${sellerId}/statements/${month}`,
  deskStatementPdf: ({ sellerId, month }: In<typeof DeskStatementParams>) =>
    `/desk/sellers/${sellerId}/statements/${month}/pdf`,
  deskHouseholds: (query: Record<string, string> = {}) => withQuery('/desk/households', query),
  deskHousehold: ({ householdId }: In<typeof HouseholdParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/households/${householdId}`, query),
  deskNewHousehold: () => '/desk/households/new',
  deskImports: (query: Record<string, string> = {}) => withQuery('/desk/households/imports', query),
  deskImport: ({ importId }: In<typeof ImportParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/households/imports/${importId}`, query),
  deskImportErrors: ({ importId }: In<typeof ImportParams>) => `/desk/households/imports/${importId}/errors`,
  deskPayouts: () => '/desk/payouts',
  deskPayout: ({ batchId }: In<typeof BatchParams>) => `/desk/payouts/${batchId}`,
  deskPayoutFile: ({ batchId }: In<typeof BatchParams>) => `/desk/payouts/${batchId}/file`,
  deskDisputes: () => '/desk/disputes',
  deskDispute: ({ disputeId }: In<typeof DisputeParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/disputes/${disputeId}`, query),
  deskTransfers: () => '/desk/transfers',
  deskTransfer: ({ paymentId }: In<typeof TransferParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/transfers/${paymentId}`, query),
  deskIncomes: (query: Record<string, string> = {}) => withQuery('/desk/incomes', query),
  deskIncomeRows: (query: Record<string, string>) => withQuery('/desk/incomes/rows', query),
  deskAssistance: () => '/desk/incomes/assistance',
  deskIncomesFile: ({ month, form }: In<typeof MonthFileParams>) => `/desk/incomes/${month}/${form}`,
  deskSales: (query: Record<string, string> = {}) => withQuery('/desk/sales', query),
  deskSalesRows: (query: Record<string, string> = {}) => withQuery('/desk/sales/rows', query),
  deskSalesPayouts: (query: Record<string, string> = {}) => withQuery('/desk/sales/payouts', query),
  deskSalesLeftOut: (query: Record<string, string> = {}) => withQuery('/desk/sales/left-out', query),
  deskSalesPart: ({ sellerOrderId }: In<typeof StudioOrderParams>) => `/desk/sales/parts/${sellerOrderId}`,
  deskSalesFile: ({ form }: In<typeof SalesFileParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/sales/file/${form}`, query),
  deskReturns: () => '/desk/returns',
  deskReturnTemplate: (query: Record<string, string> = {}) => withQuery('/desk/returns/template', query),
  deskReturn: ({ month, place }: In<typeof ReturnParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/returns/${month}/${place}`, query),
  deskReturnRows: ({ month, place }: In<typeof ReturnParams>, query: Record<string, string> = {}) =>
    withQuery(`/desk/returns/${month}/${place}/rows`, query),
  deskReturnVersion: ({ month, place, version }: In<typeof ReturnVersionParams>) =>
    `/desk/returns/${month}/${place}/versions/${version}`,
  deskReturnFile: ({ month, place, form }: In<typeof ReturnFileParams>) =>
    `/desk/returns/${month}/${place}/${form}`,
  deskPoints: (query: Record<string, string> = {}) => withQuery('/desk/points', query),
  deskFlags: (query: Record<string, string> = {}) => withQuery('/desk/flags', query),
  deskQuestions: (query: Record<string, string> = {}) => withQuery('/desk/questions', query),
  deskReports: () => '/desk/reports',
  deskReport: ({ reportId }: In<typeof ReportParams>) => `/desk/reports/${reportId}`,
  deskReportPhoto: ({ reportId, attachmentId }: In<typeof ReportEvidenceParams>) =>
    `/desk/reports/${reportId}/photos/${attachmentId}`,
  deskReportEvidence: ({ reportId, attachmentId }: In<typeof ReportEvidenceParams>) =>
    `/desk/reports/${reportId}/evidence/${attachmentId}`,
  deskAlerts: (query: Record<string, string> = {}) => withQuery('/desk/alerts', query),
  deskAudit: (query: Record<string, string> = {}) => withQuery('/desk/audit', query),
  deskLedger: (query: Record<string, string> = {}) => withQuery('/desk/ledger', query),
  deskLedgerAccount: ({ accountId }: In<typeof LedgerAccountParams>) => `/desk/ledger/${accountId}`,
  deskLedgerTransaction: ({ transactionId }: In<typeof LedgerTransactionParams>) =>
    `/desk/ledger/transactions/${transactionId}`,
  deskOrder: ({ sellerOrderId }: In<typeof StudioOrderParams>) => `/desk/orders/${sellerOrderId}`,
  deskRefunds: (query: Record<string, string> = {}) => withQuery('/desk/refunds', query),
  deskInvoices: (query: Record<string, string> = {}) => withQuery('/desk/invoices', query),
  deskReconciliation: (query: Record<string, string> = {}) => withQuery('/desk/reconciliation', query),
  deskSuccessions: () => '/desk/successions',
  deskAttachment: ({ attachmentId }: In<typeof AttachmentParams>) => `/desk/attachments/${attachmentId}`,
  // admin
  admin: () => '/admin',
  adminUsers: (query: Record<string, string> = {}) => withQuery('/admin/users', query),
  adminUser: ({ userId, ...query }: In<typeof UserParams> & Record<string, string>) =>
    withQuery(`/admin/users/${userId}`, query),
  adminRegions: (query: Record<string, string> = {}) => withQuery('/admin/regions', query),
  adminRegion: ({ code, ...query }: { code: string } & Record<string, string>) =>
    withQuery(`/admin/regions/${code}`, query),
  adminCodes: (query: Record<string, string> = {}) => withQuery('/admin/codes', query),
  adminCode: ({ termId, ...query }: In<typeof CodeParams> & Record<string, string>) =>
    withQuery(`/admin/codes/${termId}`, query),
  adminTranslations: (query: Record<string, string> = {}) => withQuery('/admin/translations', query),
  adminTranslation: ({ kind, subjectId }: In<typeof TextParams>) =>
    `/admin/translations/${kind}/${subjectId}`,
  adminHome: (query: Record<string, string> = {}) => withQuery('/admin/home', query),
  adminHomeNew: (query: { kind: string }) => withQuery('/admin/home/new', query),
  adminHomePreview: (query: Record<string, string> = {}) => withQuery('/admin/home/preview', query),
  adminHomeItem: ({ itemId, ...query }: In<typeof HomeItemParams> & Record<string, string>) =>
    withQuery(`/admin/home/${itemId}`, query),
  adminSettlement: () => '/admin/settlement',
  adminPostage: (query: Record<string, string> = {}) => withQuery('/admin/postage', query),
  adminCustoms: (query: Record<string, string> = {}) => withQuery('/admin/customs', query),
  adminCommission: (query: Record<string, string> = {}) => withQuery('/admin/commission', query),
  adminPromotions: () => '/admin/promotions',
  adminRates: () => '/admin/rates',
  adminDocuments: (query: Record<string, string> = {}) => withQuery('/admin/documents', query),
  adminSettings: (query: Record<string, string> = {}) => withQuery('/admin/settings', query),
  adminIncident: () => '/admin/incident',
  adminIncidentFile: (query: Record<'from' | 'to' | 'by' | 'about' | 'reason', string>) =>
    withQuery('/admin/incident/file', query),
  adminPlatformReport: (query: Record<string, string> = {}) => withQuery('/admin/platform-report', query),
  adminPlatformReportFile: (
    { reportId }: In<typeof PlatformReportParams>,
    query: Record<string, string> = {},
  ) => withQuery(`/admin/platform-report/${reportId}/file`, query),
  // machines
  media: ({
    hash,
    width,
    format,
  }: {
    hash: string
    width: 320 | 640 | 960 | 1280
    format: 'webp' | 'jpg' | 'avif'
  }) => `/media/${hash}-${width}.${format}`,
  stripeWebhook: () => '/webhooks/stripe',
  stripeConnectWebhook: () => '/webhooks/stripe-connect',
  voice: ({ voiceId }: In<typeof VoiceParams>) => `/voices/${voiceId}`,
  healthz: () => '/healthz',
  readyz: () => '/readyz',
  metrics: () => '/metrics',
  sitemap: () => '/sitemap.xml',
  /** beside its index: a sitemap may name no page outside its own folder */
  sitemapPart: ({ kind, number }: SitemapPart) => withQuery('/sitemap.xml', { part: `${kind}-${number}` }),
  poster: ({ locale, file }: In<typeof PosterParams>) => `/posters/${locale}/${file}`,
  feed: ({ file }: In<typeof FeedParams>) => `/feeds/${file}`,
  robots: () => '/robots.txt',
} as const

function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString()
  return text ? `${path}?${text}` : path
}
