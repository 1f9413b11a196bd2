import { paths } from '~/paths'
import { formatCount, formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { Unbroken } from '~/ui/unbroken'
import type { FigureName } from '../figures'
import type { ReturnFigureRow } from '../find-return-rows.server'
import type { RowKind } from '../row-kinds'

type RowsColumn = Column<ReturnFigureRow>

type ReturnRowsTableProps = {
  title: string
  of: RowKind
  rows: ReturnFigureRow[]
  /** 2026-11: whose statement a payee opens */
  month: string
}

/** The rows of one kind, each leading to what it is of. */
export function ReturnRowsTable({ title, of, rows, month }: ReturnRowsTableProps) {
  const columnsOf = useRowColumns(month)
  return <Table caption={title} captionHidden columns={columnsOf[of]} rows={rows} rowKey={({ id }) => id} />
}

function useRowColumns(month: string): Record<RowKind, RowsColumn[]> {
  const { t, locale, href } = useTranslator()
  const nameless = t('desk.nameless')
  const day: RowsColumn = {
    key: 'day',
    header: t('returns.columnDay'),
    cell: ({ day: on }) => <span className="num">{on && formatDay(locale, on)}</span>,
  }
  const order: RowsColumn = {
    key: 'order',
    header: t('returns.columnOrder'),
    rowHeader: true,
    cell: ({ sellerOrderId, orderNumber }) =>
      sellerOrderId === null ? (
        <Unbroken text={orderNumber} />
      ) : (
        <a className="link num" href={href(paths.deskSalesPart({ sellerOrderId }))}>
          <Unbroken text={orderNumber} />
        </a>
      ),
  }
  const who: RowsColumn = { key: 'who', header: t('returns.columnWho'), cell: (row) => row.who ?? nameless }
  const seller = (open: (sellerId: string) => string): RowsColumn => ({
    key: 'seller',
    header: t('returns.columnWho'),
    rowHeader: true,
    cell: ({ sellerId, who: name }) =>
      sellerId === null ? (
        (name ?? nameless)
      ) : (
        <a className="link" href={href(open(sellerId))}>
          {name}
        </a>
      ),
  })
  const village: RowsColumn = {
    key: 'village',
    header: t('returns.columnVillage'),
    cell: (row) => row.village,
  }
  const count = (name: FigureName, take: (row: ReturnFigureRow) => number): RowsColumn => ({
    key: name,
    header: t(`returns.figure_${name}`),
    numeric: true,
    cell: (row) => formatCount(take(row)),
  })
  const money = (name: FigureName): RowsColumn => ({
    key: name,
    header: t(`returns.figure_${name}`),
    numeric: true,
    cell: ({ amountFen }) => formatYuan(amountFen),
  })
  const times = ({ times: all }: ReturnFigureRow) => all
  return {
    income: [
      day,
      order,
      who,
      {
        key: 'household',
        header: t('returns.columnHousehold'),
        cell: ({ householdId, household }) =>
          householdId === null ? (
            t('returns.noHousehold')
          ) : (
            <a className="link num" href={href(paths.deskHousehold({ householdId }, { month }))}>
              {household}
            </a>
          ),
      },
      count('earnings', times),
      money('incomeFen'),
    ],
    sales: [
      day,
      order,
      who,
      count('sales', times),
      count('pieces', ({ pieces }) => pieces),
      money('goodsFen'),
    ],
    earners: [
      { ...who, rowHeader: true },
      village,
      count('earnings', times),
      count('newEarners', ({ isFirst }) => Number(isFirst)),
      money('incomeFen'),
    ],
    households: [
      {
        key: 'household',
        header: t('returns.columnHousehold'),
        rowHeader: true,
        cell: ({ householdId, household }) =>
          householdId === null ? (
            t('returns.movedAway')
          ) : (
            <a className="link num" href={href(paths.deskHousehold({ householdId }, { month }))}>
              {household}
            </a>
          ),
      },
      village,
      {
        key: 'first',
        header: t('returns.columnFirst'),
        cell: ({ isFirst }) => (isFirst ? t('returns.firstMark') : ''),
      },
      money('incomeFen'),
    ],
    payouts: [
      day,
      seller((sellerId) => paths.deskStatement({ sellerId, month })),
      count('payouts', times),
      money('payoutsFen'),
    ],
    onboarded: [day, seller((sellerId) => paths.deskSeller({ sellerId })), village],
  }
}
