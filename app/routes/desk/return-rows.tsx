import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ReturnRowsTable } from '~/modules/returns/components/return-rows-table'
import { RowSums } from '~/modules/returns/components/row-sums'
import { findReturnRows } from '~/modules/returns/find-return-rows.server'
import { ReturnRowsSearch, rowsQuery } from '~/modules/returns/schema'
import { paths, ReturnParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const { month, place: code } = parseParams(params, ReturnParams)
  const { of, own, after } = parseSearch(request, ReturnRowsSearch)
  const locale = requestLocale(request)
  const found = await answer(request, () =>
    findReturnRows({ actor, month: `${month}-01`, code, of, isOwn: own === 'yes', after, locale }),
  )
  return { found, month, code, of, own }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('returns.incomeRows'))

export default function DeskReturnRows() {
  const { found, month, code, of, own } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const here = { month, place: code }
  const place = own === 'yes' ? t('returns.ownRow', { place: found.place }) : found.place
  const title = t(`returns.rowsTitle_${of}`, { place, month: formatMonth(locale, `${month}-01`) })
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t(`returns.rowsLead_${of}`)}</p>
        <p className="no-print">
          <a className="link" href={href(paths.deskReturn(here))}>
            {t('returns.title')}
          </a>
        </p>
      </header>
      <RowSums of={of} page={found} />
      {found.rows.length === 0 ? (
        <p className="quiet">{t('returns.rowsNone')}</p>
      ) : (
        <ReturnRowsTable title={title} of={of} rows={found.rows} month={month} />
      )}
      {found.next === null ? null : (
        <p>
          <a
            className="link"
            href={href(paths.deskReturnRows(here, { ...rowsQuery({ of, own }), after: found.next }))}
          >
            {t('returns.rowsMore')}
          </a>
        </p>
      )}
    </>
  )
}
