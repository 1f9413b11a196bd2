import { paths } from '~/paths'
import { formatCount, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Figures } from '~/ui/figures'
import type { SalesMonth, SalesPage } from '../find-sales.server'
import { salesQuery } from '../schema'

/** The exact figures of the month, each a link to its rows. */
export function SalesFigures({ page }: { page: SalesPage }) {
  const { t, locale, href } = useTranslator()
  const { sums, lastMonth, lastYear, payouts, leftOut } = page
  const rows = href(paths.deskSalesRows(salesQuery(page.filter)))
  const rowsOf = (month: string) =>
    href(paths.deskSalesRows(salesQuery(page.filter, { month: month.slice(0, 7) })))
  const payoutRows = href(paths.deskSalesPayouts(salesQuery(page.filter)))
  const leftOutRows = href(paths.deskSalesLeftOut(salesQuery(page.filter)))
  const money = (fen: number) => formatMoney(locale, fen)
  const compare = (textOf: (month: SalesMonth) => string) => (
    <>
      <a className="link" href={rowsOf(lastMonth.month)}>
        {t('sales.compareLast', { last: textOf(lastMonth) })}
      </a>
      {t('sales.compareJoin')}
      <a className="link" href={rowsOf(lastYear.month)}>
        {t('sales.compareYear', { year: textOf(lastYear) })}
      </a>
    </>
  )
  return (
    <Figures
      figures={[
        {
          label: t('sales.goods'),
          value: money(sums.goodsFen),
          href: rows,
          note: compare(({ goodsFen }) => money(goodsFen)),
        },
        {
          label: t('sales.orders'),
          value: formatCount(sums.orders),
          href: rows,
          note: compare(({ orders }) => formatCount(orders)),
        },
        {
          label: t('sales.pieces'),
          value: formatCount(sums.pieces),
          href: rows,
          note: (
            <a className="link" href={rows}>
              {t('sales.piecesNote', { count: sums.returnedPieces })}
            </a>
          ),
        },
        {
          label: t('sales.refunded'),
          value: money(sums.refundedFen),
          href: rows,
          note: compare(({ refundedFen }) => money(refundedFen)),
        },
        ...(payouts === null
          ? []
          : [
              {
                label: t('sales.payouts'),
                value: money(payouts.fen),
                href: payoutRows,
                note: t('sales.payoutsNote', { count: payouts.payments }),
              },
            ]),
        ...(leftOut.orders === 0
          ? []
          : [
              {
                label: t('sales.leftOut'),
                value: formatCount(leftOut.orders),
                href: leftOutRows,
                note: t(leftOut.waiting === 0 ? 'sales.leftOutDecided' : 'sales.leftOutNote', {
                  money: money(leftOut.goodsFen),
                  count: leftOut.waiting,
                }),
              },
            ]),
      ]}
    />
  )
}
