import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { formatMonth } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { type FileCell, type FileForm, writeCsv, writeXlsx } from '~/platform/table-file.server'
import { findSales } from './find-sales.server'
import { groupKinds, groupName, groupTitle } from './group-names'
import type { SalesSums } from './sales-sums'
import { type SalesFilter, salesQuery } from './schema'

/** more sellers than one region will have */
const everySeller = 100_000

/**
 * A month's sales as a file: what the page shows, with every seller, in yuan. It tells of shops and crafts and of no person or household, so no small cell is hidden. Who took it away is written down, with what
 * she asked for.
 */
export async function getSalesFile({
  actor,
  filter,
  form,
  locale,
  t,
}: {
  actor: Actor
  filter: SalesFilter
  form: FileForm
  locale: Locale
  t: Translate
}): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  const page = await findSales({ actor, filter, locale, mostSellers: everySeller })
  await inScope(actor, (tx) =>
    recordAudit(tx, {
      actor,
      action: 'sales.exported',
      subject: { type: 'Region', id: regionId },
      detail: { ...salesQuery(page.filter), form },
    }),
  )
  const sumRow = (name: string, sums: SalesSums, before: readonly [number, number]): FileCell[] => [
    name,
    sums.orders,
    sums.pieces,
    sums.goodsFen / 100,
    sums.returnedPieces,
    sums.refundedFen / 100,
    ...before.map((fen) => fen / 100),
  ]
  const table = {
    name: `${page.place.name} ${page.filter.month}`,
    columns: [
      t('sales.columnName'),
      t('sales.columnOrders'),
      t('sales.columnPieces'),
      t('sales.columnGoods'),
      t('sales.columnReturned'),
      t('sales.columnRefunded'),
      t('sales.columnLastMonth'),
      t('sales.columnLastYear'),
    ],
    rows: [
      sumRow(`${page.place.name} ${formatMonth(locale, page.month)}`, page.sums, [
        page.lastMonth.goodsFen,
        page.lastYear.goodsFen,
      ]),
      ...groupKinds.flatMap((kind) => [
        [''],
        [t(groupTitle[kind])],
        ...page.groups[kind].map((group) =>
          sumRow(groupName(t, kind, group), group, [group.lastMonthFen, group.lastYearFen]),
        ),
      ]),
      [''],
      [t('sales.leftOut'), page.leftOut.orders, null, page.leftOut.goodsFen / 100],
      [t('sales.foot')],
    ],
  }
  const bytes = form === 'csv' ? writeCsv(table) : await writeXlsx(table)
  return { name: `sales-${page.place.code}-${page.filter.month}`, bytes }
}
