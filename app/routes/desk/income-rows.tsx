import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AssistanceRowsTable, IncomeRowsTable } from '~/modules/incomes/components/income-rows-tables'
import { findIncomeRows } from '~/modules/incomes/find-income-rows.server'
import { IncomeRowsSearch, incomeQuery } from '~/modules/incomes/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
import { formatCount, formatMoney, formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const filter = parseSearch(request, IncomeRowsSearch)
  const page = await answer(request, () => findIncomeRows({ actor, filter, locale: requestLocale(request) }))
  return { page, filter: { ...filter, month: page.month.slice(0, 7) } }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('incomes.title'))

export default function DeskIncomeRows() {
  const { page, filter } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const title = t(`incomes.rowsTitle_${filter.of}`, {
    place: page.place,
    month: formatMonth(locale, page.month),
  })
  const Rows = filter.of === 'income' ? IncomeRowsTable : AssistanceRowsTable
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t(`incomes.rowsLead_${filter.of}`)}</p>
        <p className="no-print">
          <a className="link" href={href(paths.deskIncomes({ month: filter.month }))}>
            {t('incomes.title')}
          </a>
        </p>
      </header>
      <p>
        {t('incomes.rowsSum', {
          households: formatCount(page.households),
          money: formatMoney(locale, page.amountFen),
        })}
      </p>
      {page.rows.length === 0 ? (
        <p className="quiet">{t('incomes.rowsNone')}</p>
      ) : (
        <Rows title={title} rows={page.rows} month={filter.month} />
      )}
      {page.next === null ? null : (
        <p className="no-print">
          <a className="link" href={href(paths.deskIncomeRows(incomeQuery({ ...filter, after: page.next })))}>
            {t('incomes.rowsMore')}
          </a>
        </p>
      )}
    </>
  )
}
