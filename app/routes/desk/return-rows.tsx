import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findReturnRows, type IncomeShare } from '~/modules/returns/find-return-rows.server'
import { paths, ReturnParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { formatDay, formatMonth, formatYuan } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

const RowsSearch = z.object({ after: z.uuid().nullable().default(null).catch(null) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const { month, place } = parseParams(params, ReturnParams)
  const { after } = parseSearch(request, RowsSearch)
  const locale = requestLocale(request)
  const found = await answer(request, () =>
    findReturnRows({ actor, month: `${month}-01`, code: place, after, locale }),
  )
  return { ...found, month, code: place }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('returns.incomeRows'))

export default function DeskReturnRows() {
  const { place, rows, next, month, code } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const here = { month, place: code }
  const columns: Column<IncomeShare>[] = [
    {
      key: 'day',
      header: t('returns.columnDay'),
      cell: ({ earnedOn }) => <span className="num">{formatDay(locale, earnedOn)}</span>,
    },
    {
      key: 'order',
      header: t('returns.columnOrder'),
      rowHeader: true,
      cell: ({ sellerOrderId, orderNumber }) =>
        sellerOrderId === null ? (
          orderNumber
        ) : (
          <a className="link num" href={href(paths.deskSalesPart({ sellerOrderId }))}>
            {orderNumber}
          </a>
        ),
    },
    { key: 'who', header: t('returns.columnWho'), cell: ({ person }) => person ?? t('desk.nameless') },
    {
      key: 'household',
      header: t('returns.columnHousehold'),
      cell: ({ householdId, household }) =>
        householdId === null ? (
          t('returns.noHousehold')
        ) : (
          <a className="link num" href={href(paths.deskHousehold({ householdId }))}>
            {household}
          </a>
        ),
    },
    {
      key: 'income',
      header: t('returns.columnIncome'),
      numeric: true,
      cell: ({ amountFen }) => formatYuan(amountFen),
    },
  ]
  const title = t('returns.rowsTitle', { place, month: formatMonth(locale, `${month}-01`) })
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t('returns.rowsLead')}</p>
        <p className="no-print">
          <a className="link" href={href(paths.deskReturn(here))}>
            {t('returns.title')}
          </a>
        </p>
      </header>
      {rows.length === 0 ? (
        <p className="quiet">{t('returns.rowsNone')}</p>
      ) : (
        <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      {next === null ? null : (
        <p>
          <a className="link" href={href(paths.deskReturnRows(here, { after: next }))}>
            {t('returns.rowsMore')}
          </a>
        </p>
      )}
    </>
  )
}
