import { index, layout, prefix, type RouteConfigEntry, route } from '@remix-run/route-config'

/**
 * The site's table of contents. Every page exists in Chinese and, below /en, in English; machines have one address.
 */
const shop: RouteConfigEntry[] = [
  layout('routes/shop/layout.tsx', [
    index('routes/shop/home.tsx'),
    route('search', 'routes/shop/search.tsx'),
    route('crafts/:craft', 'routes/shop/craft.tsx'),
    route('products/:slug', 'routes/shop/product.tsx'),
    route('products/:slug/share', 'routes/shop/share.tsx'),
    route('makers', 'routes/shop/makers.tsx'),
    route('makers/:slug', 'routes/shop/maker.tsx'),
    route('bases/:slug', 'routes/shop/base.tsx'),
    route('verify/:serial', 'routes/shop/verify.tsx'),
    route('destination', 'routes/shop/destination.tsx'),
    route('cart', 'routes/shop/cart.tsx'),
    route('favourites', 'routes/shop/favourites.tsx'),
    route('orders', 'routes/shop/find-order.tsx'),
    route('orders/:number', 'routes/shop/order.tsx'),
    route('impact', 'routes/shop/impact.tsx'),
    route('about', 'routes/shop/about.tsx'),
    route('help', 'routes/shop/help.tsx'),
    route('report', 'routes/shop/report.tsx'),
    route('reports/:number/:secret', 'routes/shop/report-follow.tsx'),
    route('terms', 'routes/shop/terms.tsx'),
    route('privacy', 'routes/shop/privacy.tsx'),
    route('rules', 'routes/shop/rules.tsx'),
    ...prefix('account', [
      index('routes/account/home.tsx'),
      route('orders', 'routes/account/orders.tsx'),
      route('close', 'routes/account/close.tsx'),
      route('addresses', 'routes/account/addresses.tsx'),
      route('addresses/:addressId', 'routes/account/address.tsx'),
    ]),
  ]),
  layout('routes/shop/quiet-layout.tsx', [
    route('checkout', 'routes/shop/checkout.tsx'),
    route('orders/:number/pay', 'routes/shop/order-pay.tsx'),
    route('orders/:number/transfer', 'routes/shop/order-transfer.tsx'),
  ]),
  route('checkout/read-address', 'routes/shop/read-address.ts'),
  route('search/suggestions', 'routes/shop/suggestions.ts'),
  route('own-part', 'routes/shop/own-part.ts'),
  route('view', 'routes/shop/view.ts'),
  route('currency', 'routes/shop/currency.ts'),
  route('too-large', 'routes/shop/too-large.tsx'),
  route('orders/:number/open/:secret', 'routes/shop/order-open.tsx'),
  route('orders/:number/return', 'routes/shop/order-return.tsx'),
]

const account: RouteConfigEntry[] = [
  layout('routes/account/money-layout.tsx', [
    route('account/money', 'routes/account/money.tsx'),
    route('account/money/card', 'routes/account/money-card.tsx'),
  ]),
  route('account/export', 'routes/account/export.ts'),
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/code', 'routes/account/sign-in-code.tsx'),
  route('sign-in/mail', 'routes/account/sign-in-mail.tsx'),
  route('sign-in/link/:token', 'routes/account/sign-in-link.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
]

const studio: RouteConfigEntry[] = [
  layout('routes/studio/layout.tsx', [
    ...prefix('studio', [
      index('routes/studio/home.tsx'),
      route('products', 'routes/studio/products.tsx'),
      route('products/new', 'routes/studio/product-new.tsx'),
      route('products/:productId', 'routes/studio/product.tsx'),
      route('products/:productId/photos', 'routes/studio/product-photos.tsx'),
      route('products/:productId/words', 'routes/studio/product-words.tsx'),
      route('products/:productId/price', 'routes/studio/product-price.tsx'),
      route('products/:productId/check', 'routes/studio/product-check.tsx'),
      route('questions', 'routes/studio/questions.tsx'),
      route('reports', 'routes/studio/reports.tsx'),
      route('orders', 'routes/studio/orders.tsx'),
      route('orders/:sellerOrderId', 'routes/studio/order.tsx'),
      route('income', 'routes/studio/income.tsx'),
      route('statements', 'routes/studio/statements.tsx'),
      route('statements/:month', 'routes/studio/statement.tsx'),
      route('promotions', 'routes/studio/promotions.tsx'),
      route('calendar', 'routes/studio/calendar.tsx'),
      route('settings', 'routes/studio/settings.tsx'),
      route('settings/card', 'routes/studio/settings-card.tsx'),
    ]),
  ]),
  route('studio/orders/:sellerOrderId/customs', 'routes/studio/customs-pdf.ts'),
  route('studio/statements/:month/pdf', 'routes/studio/statement-pdf.ts'),
  route('studio/settings/account/:purse', 'routes/studio/settings-account.ts'),
]

const desk: RouteConfigEntry[] = [
  layout('routes/desk/layout.tsx', [
    ...prefix('desk', [
      index('routes/desk/today.tsx'),
      route('listings', 'routes/desk/listings.tsx'),
      route('listings/:revisionId', 'routes/desk/listing.tsx'),
      route('sellers', 'routes/desk/sellers.tsx'),
      route('sellers/:sellerId', 'routes/desk/seller.tsx'),
      route('sellers/:sellerId/statements/:month', 'routes/desk/statement.tsx'),
      route('households', 'routes/desk/households.tsx'),
      route('households/imports', 'routes/desk/imports.tsx'),
      route('households/imports/:importId', 'routes/desk/import.tsx'),
      route('households/:householdId', 'routes/desk/household.tsx'),
      route('payouts', 'routes/desk/payouts.tsx'),
      route('successions', 'routes/desk/successions.tsx'),
      route('payouts/:batchId', 'routes/desk/payout.tsx'),
      route('orders/:sellerOrderId', 'routes/desk/order.tsx'),
      route('refunds', 'routes/desk/refunds.tsx'),
      route('invoices', 'routes/desk/invoices.tsx'),
      route('transfers', 'routes/desk/transfers.tsx'),
      route('transfers/:paymentId', 'routes/desk/transfer.tsx'),
      route('questions', 'routes/desk/questions.tsx'),
      route('flags', 'routes/desk/flags.tsx'),
      route('sales', 'routes/desk/sales.tsx'),
      route('sales/rows', 'routes/desk/sales-rows.tsx'),
      route('sales/parts/:sellerOrderId', 'routes/desk/sales-part.tsx'),
      route('incomes', 'routes/desk/incomes.tsx'),
      route('returns', 'routes/desk/returns.tsx'),
      route('returns/template', 'routes/desk/return-template.tsx'),
      route('returns/:month/:place', 'routes/desk/return.tsx'),
      route('returns/:month/:place/rows', 'routes/desk/return-rows.tsx'),
      route('reports', 'routes/desk/reports.tsx'),
      route('reports/:reportId', 'routes/desk/report.tsx'),
      route('alerts', 'routes/desk/alerts.tsx'),
      route('audit', 'routes/desk/audit.tsx'),
      route('disputes', 'routes/desk/disputes.tsx'),
      route('disputes/:disputeId', 'routes/desk/dispute.tsx'),
      route('reconciliation', 'routes/desk/reconciliation.tsx'),
      route('ledger', 'routes/desk/ledger.tsx'),
      route('ledger/:accountId', 'routes/desk/ledger-account.tsx'),
      route('ledger/transactions/:transactionId', 'routes/desk/ledger-transaction.tsx'),
    ]),
    route('admin', 'routes/admin/home.tsx'),
    route('admin/users', 'routes/admin/users.tsx'),
    route('admin/users/:userId', 'routes/admin/user.tsx'),
    route('admin/settlement', 'routes/admin/settlement.tsx'),
    route('admin/commission', 'routes/admin/commission.tsx'),
    route('admin/postage', 'routes/admin/postage.tsx'),
    route('admin/promotions', 'routes/admin/promotions.tsx'),
    route('admin/rates', 'routes/admin/rates.tsx'),
    route('admin/documents', 'routes/admin/documents.tsx'),
    route('admin/settings', 'routes/admin/settings.tsx'),
  ]),
  route('desk/households/imports/:importId/errors', 'routes/desk/import-errors.ts'),
  route('desk/sales/file/:form', 'routes/desk/sales-file.ts'),
  route('desk/incomes/:month/:form', 'routes/desk/incomes-file.ts'),
  route('desk/returns/:month/:place/:form', 'routes/desk/return-file.ts'),
  route('desk/reports/:reportId/evidence/:attachmentId', 'routes/desk/report-evidence.ts'),
  route('desk/attachments/:attachmentId', 'routes/desk/attachment.ts'),
  route('desk/payouts/:batchId/file', 'routes/desk/payout-file.ts'),
  route('desk/sellers/:sellerId/statements/:month/pdf', 'routes/desk/statement-pdf.ts'),
]

const machines: RouteConfigEntry[] = [
  route('webhooks/stripe', 'routes/resources/webhooks-stripe.ts'),
  route('webhooks/stripe-connect', 'routes/resources/webhooks-stripe-connect.ts'),
  route('media/:file', 'routes/resources/media.ts'),
  route('healthz', 'routes/resources/healthz.ts'),
  route('readyz', 'routes/resources/readyz.ts'),
  route('metrics', 'routes/resources/metrics.ts'),
  route('sitemap.xml', 'routes/resources/sitemap.ts'),
  route('posters/:locale/:file', 'routes/resources/poster.ts'),
  route('feeds/:file', 'routes/resources/feed.ts'),
  route('robots.txt', 'routes/resources/robots.ts'),
]

const pages = [...shop, ...account, ...studio, ...desk]

export default [
  ...pages,
  ...prefix('en', inEnglish(pages)),
  ...machines,
  route('*', 'routes/resources/nowhere.tsx'),
]

/** The same files once more under ids of their own. */
function inEnglish(entries: RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.map((entry) => ({
    ...entry,
    id: `en/${entry.file.replace(/^routes\//, '').replace(/\.tsx?$/, '')}`,
    ...(entry.children ? { children: inEnglish(entry.children) } : {}),
  }))
}
