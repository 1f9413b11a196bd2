import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import {
  IncomeTable,
  KindTable,
  PlaceTable,
  QuietHouseholds,
} from '~/modules/incomes/components/income-tables'
import { findIncomeMonth } from '~/modules/incomes/find-income-month.server'
import { type IncomeFilter, incomeQuery, noStatus } from '~/modules/incomes/schema'
import { paths } from '~/paths'
import { addDays, monthStart, nextMonthStart, yearBefore } from '~/platform/calendar'
import { monthInAddress } from '~/platform/fields'
import { answer, parseSearch } from '~/platform/form.server'
import { formatCount, formatMoney, formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Figures } from '~/ui/figures'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

const IncomesSearch = z.object({
  month: monthInAddress,
  /** the last household of the page before */
  quiet: z.uuid().nullable().default(null).catch(null),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const { month, quiet } = parseSearch(request, IncomesSearch)
  const page = await answer(request, () =>
    findIncomeMonth({
      actor,
      month: month === null ? null : `${month}-01`,
      quietAfter: quiet,
      locale: requestLocale(request),
    }),
  )
  return { page }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('incomes.title'))

export default function DeskIncomes() {
  const { page } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const month = page.month.slice(0, 7)
  const rowsOf = (filter: Partial<IncomeFilter> = {}) =>
    paths.deskIncomeRows(incomeQuery({ month, ...filter }))
  const at = (day: string) => href(paths.deskIncomes({ month: day.slice(0, 7) }))
  return (
    <>
      <header className="desk-head">
        <h1>{t('incomes.heading', { place: page.place, month: formatMonth(locale, page.month) })}</h1>
        <p>{t('incomes.lead')}</p>
        <p className="no-print flex gap-6">
          <a className="link" href={at(monthStart(addDays(page.month, -1)))}>
            {t('incomes.earlier')}
          </a>
          {page.isRunning ? null : (
            <a className="link" href={at(nextMonthStart(page.month))}>
              {t('incomes.later')}
            </a>
          )}
        </p>
      </header>
      {page.households === 0 ? <p className="quiet">{t('incomes.none')}</p> : null}
      <Figures
        figures={[
          {
            label: t('incomes.households'),
            value: formatCount(page.households),
            href: href(rowsOf()),
            note: (
              <a className="link" href={href(rowsOf({ month: yearBefore(page.month).slice(0, 7) }))}>
                {t('incomes.lastYear', {
                  households: page.lastYear.households,
                  income: formatMoney(locale, page.lastYear.incomeFen),
                })}
              </a>
            ),
          },
          { label: t('incomes.income'), value: formatMoney(locale, page.incomeFen), href: href(rowsOf()) },
          ...(page.medianFen === null
            ? []
            : [
                {
                  label: t('incomes.median'),
                  value: formatMoney(locale, page.medianFen),
                  href: href(rowsOf()),
                  note: t('incomes.medianNote'),
                },
              ]),
          {
            label: t('incomes.fresh'),
            value: formatCount(page.newHouseholds),
            href: href(rowsOf({ fresh: 'yes' })),
            ...(page.households > 0
              ? {
                  note: t('incomes.freshShare', {
                    percent: Math.round((100 * page.newHouseholds) / page.households),
                  }),
                }
              : {}),
          },
          ...(page.assistance.households === 0
            ? []
            : [
                {
                  label: t('assistance.monthTotal'),
                  value: formatMoney(locale, page.assistance.fen),
                  href: href(rowsOf({ of: 'assistance' })),
                  note: t('assistance.monthNote', { count: page.assistance.households }),
                },
              ]),
        ]}
      />
      {page.households > 0 ? (
        <>
          <PlaceTable page={page} />
          <IncomeTable
            title={t('incomes.byStatus')}
            column={t('incomes.columnStatus')}
            rows={page.byStatus.map((row) => ({ ...row, name: row.name || t('incomes.noStatus') }))}
            rowsOf={({ key }) => rowsOf({ status: key || noStatus })}
          />
          <IncomeTable
            title={t('incomes.bySource')}
            column={t('incomes.columnSource')}
            rows={page.bySource.map((row) => ({ ...row, name: t(`incomes.source_${row.key}`) }))}
            rowsOf={({ key }) => rowsOf({ source: key === 'piecework' ? key : 'sale' })}
          />
        </>
      ) : page.assistance.households > 0 ? (
        <PlaceTable page={page} />
      ) : null}
      <KindTable page={page} />
      <p className="no-print mt-3 flex gap-6">
        <a className="link" href={href(paths.deskIncomesFile({ month, form: 'xlsx' }))}>
          {t('incomes.fileXlsx')}
        </a>
        <a className="link" href={href(paths.deskIncomesFile({ month, form: 'csv' }))}>
          {t('incomes.fileCsv')}
        </a>
        <a className="link" href={href(paths.deskAssistance())}>
          {t('assistance.toList')}
        </a>
      </p>
      <QuietHouseholds page={page} />
    </>
  )
}
