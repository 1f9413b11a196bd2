import { paths } from '~/paths'
import { formatCount, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Figures } from '~/ui/figures'
import type { SalesPage } from '../find-sales.server'
import { salesQuery } from '../schema'

/** The exact figures of the month, each a link to its rows. */
export function SalesFigures({ page }: { page: SalesPage }) {
  const { t, locale, href } = useTranslator()
  const { sums, lastMonth, lastYear, payouts, leftOut } = page
  const rows = href(paths.deskSalesRows(salesQuery(page.filter)))
  const money = (fen: number) => formatMoney(locale, fen)
  return (
    <Figures
      figures={[
        {
          label: t('sales.goods'),
          value: money(sums.goodsFen),
          href: rows,
          note: t('sales.compare', { last: money(lastMonth.goodsFen), year: money(lastYear.goodsFen) }),
        },
        {
          label: t('sales.orders'),
          value: formatCount(sums.orders),
          href: rows,
          note: t('sales.compare', {
            last: formatCount(lastMonth.orders),
            year: formatCount(lastYear.orders),
          }),
        },
        {
          label: t('sales.pieces'),
          value: formatCount(sums.pieces),
          href: rows,
          note: t('sales.piecesNote', { count: sums.returnedPieces }),
        },
        {
          label: t('sales.refunded'),
          value: money(sums.refundedFen),
          href: rows,
          note: t('sales.compare', { last: money(lastMonth.refundedFen), year: money(lastYear.refundedFen) }),
        },
        ...(payouts === null
          ? []
          : [
              {
                label: t('sales.payouts'),
                value: money(payouts.fen),
                note: t('sales.payoutsNote', { count: payouts.payments }),
              },
            ]),
        ...(leftOut.orders === 0
          ? []
          : [
              {
                label: t('sales.leftOut'),
                value: formatCount(leftOut.orders),
                href: href(paths.deskFlags()),
                note: t('sales.leftOutNote', { money: money(leftOut.goodsFen) }),
              },
            ]),
      ]}
    />
  )
}
