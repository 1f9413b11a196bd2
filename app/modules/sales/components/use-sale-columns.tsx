import { paths } from '~/paths'
import type { Day } from '~/platform/calendar'
import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { Column } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'

type Sale = {
  sellerOrderId: string
  day: Day
  orderNumber: string
  seller: string
  pieces: number
  goodsFen: number
}

/** What every list of sales says of one: its day, its order, which opens, whose, how much. */
export function useSaleColumns<S extends Sale>(): Column<S>[] {
  const { t, locale, href } = useTranslator()
  return [
    {
      key: 'day',
      header: t('sales.columnDay'),
      cell: ({ day }) => <span className="num">{formatDay(locale, day)}</span>,
    },
    {
      key: 'order',
      header: t('sales.columnOrder'),
      rowHeader: true,
      cell: ({ sellerOrderId, orderNumber }) => (
        <a className="link num" href={href(paths.deskSalesPart({ sellerOrderId }))}>
          <Unbroken text={orderNumber} />
        </a>
      ),
    },
    { key: 'seller', header: t('sales.columnSeller'), cell: ({ seller }) => seller },
    {
      key: 'pieces',
      header: t('sales.columnPieces'),
      numeric: true,
      cell: ({ pieces }) => formatCount(pieces),
    },
    {
      key: 'goods',
      header: t('sales.columnGoods'),
      numeric: true,
      cell: ({ goodsFen }) => formatYuan(goodsFen),
    },
  ]
}
