import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DocumentsTable } from '~/modules/documents/components/documents-table'
import { ChooseDocument, PublishForm } from '~/modules/documents/components/publish-form'
import { findDocuments } from '~/modules/documents/find-documents.server'
import { publishDocument } from '~/modules/documents/publish-document.server'
import { DocumentsSearch, PublishForm as Fields } from '~/modules/documents/schema'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'document:publish')
  const { kind, said } = parseSearch(request, DocumentsSearch)
  return { ...(await findDocuments(kind)), said }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'document:publish')
  return handleForm(request, Fields, async (input) => {
    await publishDocument({ actor, ...input })
    const done = paths.adminDocuments({ kind: input.kind, said: 'published' })
    return redirect(localPath(requestLocale(request), done), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('documents.publishTitle'))

export default function AdminDocuments() {
  const { rows, words, earliest, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('documents.publishTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`documents.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('documents.publishLead')}</p>
      {rows.length > 0 ? <DocumentsTable rows={rows} /> : null}
      <ChooseDocument kind={words.kind} />
      <PublishForm words={words} earliest={earliest} failure={failure} />
    </>
  )
}
