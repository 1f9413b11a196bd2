import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { Followed } from '~/modules/reports/components/followed-report'
import { getFollowedReport } from '~/modules/reports/get-followed-report.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { OrderLinkParams, paths } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const key = parseParams(params, OrderLinkParams)
  const report = await answer(request, () => getFollowedReport(key))
  const link = publicOrigin() + localPath(requestLocale(request), paths.followReport(key))
  const isNew = new URL(request.url).searchParams.has('new')
  return json({ report, link, isNew }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export function headers() {
  return { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' }
}

export const meta: MetaFunction = ({ location, params }) => {
  const t = translator(localeOf(location.pathname))
  const title = t('reports.followTitle', { number: params.number ?? '' })
  return [{ title: `${title} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function ReportFollow() {
  return <Followed {...useLoaderData<typeof loader>()} />
}

export function ErrorBoundary() {
  return <PageProblem />
}
