import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { DocumentPage } from '~/modules/documents/components/document-page'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { getDocument } from '~/modules/documents/get-document.server'
import { DocumentSearch } from '~/modules/documents/schema'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { answer, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  const { version } = parseSearch(request, DocumentSearch)
  const document = await answer(request, () => getDocument({ kind: 'privacy', locale, version }))
  const coming = (await findComingDocuments()).filter(({ kind }) => kind === 'privacy')
  const title = `${document.title} · ${t('common.brand')}`
  return { document, coming, head: pageHead(request, { title, description: t('documents.privacy_lead') }) }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => pageMeta(data?.head, page)

export default function Privacy() {
  const { document, coming } = useLoaderData<typeof loader>()
  return <DocumentPage kind="privacy" document={document} coming={coming} />
}

export function ErrorBoundary() {
  return <PageProblem />
}
