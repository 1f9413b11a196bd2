import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { formatMonth } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { FileCell, FileForm } from '~/platform/table-file.server'
import type { StreamedTable } from '~/platform/table-stream.server'
import { findSales } from './find-sales.server'
import { findGroups, findSellersInOrder, type SalesGroup } from './find-sales-groups.server'
import { type GroupKind, groupKinds, groupName, groupTitle } from './group-names'
import { openScope } from './sales-scope.server'
import type { SalesSums } from './sales-sums'
import { type SalesFilter, salesQuery } from './schema'

/** of a region's sellers, which may be many, so many are read at a time */
const sellersAtOnce = 500

/**
 * A month's sales as a table for a file: what the page shows, with every seller, in yuan. Sellers are read some at a time, each some in a transaction of their own, while the file is taken away. It tells of shops and crafts and of no person or household, so no small cell is hidden. Who took it away is written down, with what
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
}): Promise<{ name: string; table: StreamedTable }> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  const page = await findSales({ actor, filter, locale, mostSellers: 0 })
  const sellerIds = await inScope(actor, async (tx) => {
    await recordAudit(tx, {
      actor,
      action: 'sales.exported',
      subject: { type: 'Region', id: regionId },
      detail: { ...salesQuery(page.filter), form },
    })
    return findSellersInOrder(tx, await openScope(tx, actor, page.filter))
  })
  const sumRow = (name: string, sums: SalesSums, before: readonly [number, number]): FileCell[] => [
    name,
    sums.orders,
    sums.pieces,
    { fen: sums.goodsFen },
    sums.returnedPieces,
    { fen: sums.refundedFen },
    ...before.map((fen) => ({ fen })),
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
    rows: rows(),
  }
  return { name: `sales-${page.place.code}-${page.filter.month}`, table }

  async function* rows(): AsyncGenerator<FileCell[]> {
    yield sumRow(`${page.place.name} ${formatMonth(locale, page.month)}`, page.sums, [
      page.lastMonth.goodsFen,
      page.lastYear.goodsFen,
    ])
    for (const kind of groupKinds) {
      yield ['']
      yield [t(groupTitle[kind])]
      if (kind === 'seller') yield* sellerRows()
      else for (const group of page.groups[kind]) yield groupRow(kind, group)
    }
    yield ['']
    yield [t('sales.leftOut'), page.leftOut.orders, null, { fen: page.leftOut.goodsFen }]
    yield [t('sales.foot')]
  }

  async function* sellerRows(): AsyncGenerator<FileCell[]> {
    for (let at = 0; at < sellerIds.length; at += sellersAtOnce) {
      const some = sellerIds.slice(at, at + sellersAtOnce)
      const { seller } = await inScope(actor, async (tx) =>
        findGroups(tx, await openScope(tx, actor, page.filter), {
          locale,
          mostSellers: sellersAtOnce,
          sellerIds: some,
        }),
      )
      for (const group of seller) yield groupRow('seller', group)
    }
  }

  function groupRow(kind: GroupKind, group: SalesGroup): FileCell[] {
    return sumRow(groupName(t, kind, group), group, [group.lastMonthFen, group.lastYearFen])
  }
}
