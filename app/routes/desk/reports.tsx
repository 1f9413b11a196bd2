import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ReportsTable } from '~/modules/reports/components/reports-table'
import { findReports } from '~/modules/reports/find-reports.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  return findReports({ actor, locale: requestLocale(request) })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('reports.deskTitle'))

export default function DeskReports() {
  const { open, closed } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('reports.deskTitle')}</h1>
        <p>{t('reports.deskLead')}</p>
      </header>
      <section className="desk-section">
        <h2>{t('reports.openOnes')}</h2>
        {open.length === 0 ? (
          <p className="quiet">{t('reports.none')}</p>
        ) : (
          <ReportsTable caption={t('reports.openOnes')} rows={open} />
        )}
      </section>
      {closed.length > 0 ? (
        <section className="desk-section">
          <h2>{t('reports.closedOnes')}</h2>
          <ReportsTable caption={t('reports.closedOnes')} rows={closed} />
        </section>
      ) : null}
    </>
  )
}
