import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { PageSearch } from '~/modules/claims/queue-page'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { ImportList } from '~/modules/register/components/import-list'
import { findImports } from '~/modules/register/find-imports.server'
import { ImportSearch, UploadForm } from '~/modules/register/schema'
import { uploadImport } from '~/modules/register/upload-import.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  const { page } = parseSearch(request, PageSearch)
  return { imports: await findImports({ actor, page }), ...parseSearch(request, ImportSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  await limitUploads(request, actor)
  return handleForm(request, UploadForm, async ({ file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { importId } = await uploadImport({ actor, fileName: file.name, bytes })
    return redirect(localPath(requestLocale(request), paths.deskImport({ importId })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('register.title'))

export default function DeskImports() {
  const { imports, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const fileError = failure?.errors.file
  return (
    <>
      <header className="desk-head">
        <h1>{t('register.title')}</h1>
      </header>
      <Refusal text={fileError ? null : refusalText(t, failure, false)} />
      {said === 'discarded' && !failure ? (
        <Banner tone="done" role="status">
          {t('register.discarded')}
        </Banner>
      ) : null}
      <p className="quiet">{t('register.lead')}</p>
      <form method="post" encType="multipart/form-data" className="decide" noValidate>
        <Field
          id="file"
          name="file"
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t('register.file')}
          hint={t('register.fileHint')}
          error={fileError}
          required
        />
        <div className="decide-acts">
          <Button>{t('register.upload')}</Button>
        </div>
      </form>
      <section className="desk-section">
        <h2>{t('register.listTitle')}</h2>
        {imports.total === 0 ? (
          <p className="quiet">{t('register.empty')}</p>
        ) : (
          <ImportList rows={imports.rows} />
        )}
        <QueuePages list={href(paths.deskImports())} page={imports.page} total={imports.total} />
      </section>
    </>
  )
}
