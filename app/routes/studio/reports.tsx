import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { SellerReports } from '~/modules/reports/components/seller-reports'
import { ReportsSearch, SellerAnswerForm } from '~/modules/reports/schema'
import { answerAsSeller, findSellerReports } from '~/modules/reports/seller-reports.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'report:answer')
  return { reports: await findSellerReports({ actor }), ...parseSearch(request, ReportsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'report:answer')
  return handleForm(request, SellerAnswerForm, async (input) => {
    await answerAsSeller({ actor, ...input })
    return redirect(localPath(requestLocale(request), paths.studioReports({ said: 'answered' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('reports.studioTitle'))

export default function StudioReports() {
  const { reports, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('reports.studioTitle')}</h1>
      <p className="studio-lead">{t('reports.studioLead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t('reports.studioDone')}
        </Banner>
      ) : null}
      {reports.length === 0 ? (
        <EmptyState title={t('reports.studioNone')} />
      ) : (
        <SellerReports reports={reports} failure={failure} />
      )}
    </>
  )
}
