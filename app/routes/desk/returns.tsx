import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findReturnMonths, type ReturnMonth } from '~/modules/returns/find-return-months.server'
import { paths } from '~/paths'
import { answer } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  return answer(request, () => findReturnMonths({ actor }))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('returns.title'))

export default function DeskReturns() {
  const { place, months } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const columns: Column<ReturnMonth>[] = [
    {
      key: 'month',
      header: t('returns.columnMonth'),
      rowHeader: true,
      cell: ({ month }) => (
        <a className="link" href={href(paths.deskReturn({ month: month.slice(0, 7), place }))}>
          {formatMonth(locale, month)}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('returns.columnState'),
      cell: ({ version, isLocked }) => (
        <>
          {t(
            version === 0
              ? 'returns.state_waiting'
              : isLocked
                ? 'returns.state_locked'
                : 'returns.state_confirmed',
          )}
          {version > 1 ? <span className="queue-note">{t('returns.versionMark', { version })}</span> : null}
        </>
      ),
    },
    {
      key: 'below',
      header: t('returns.columnBelow'),
      cell: ({ reported, below }) => t('returns.belowCount', { reported, all: below }),
    },
  ]
  return (
    <>
      <header className="desk-head">
        <h1>{t('returns.title')}</h1>
        <p>{t('returns.lead')}</p>
        <p>
          <a className="link" href={href(paths.deskReturnTemplate())}>
            {t('returns.template')}
          </a>
        </p>
      </header>
      <Table
        caption={t('returns.months')}
        captionHidden
        columns={columns}
        rows={months}
        rowKey={({ month }) => month}
      />
    </>
  )
}
