import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findSellerNames } from '~/modules/catalog/find-seller-names.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { ExportLinks } from '~/modules/piece-lists/components/export-links'
import { tableAccept } from '~/modules/piece-lists/components/table-faults'
import { TableList } from '~/modules/piece-lists/components/table-list'
import { findLists } from '~/modules/piece-lists/find-lists.server'
import { listLimits } from '~/modules/piece-lists/list-columns'
import { ListsSearch, TableForm } from '~/modules/piece-lists/schema'
import { uploadList } from '~/modules/piece-lists/upload-list.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Field } from '~/ui/field'
import { Refusal } from '~/ui/refusal'
import { Tick, TickGroup } from '~/ui/tick'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const [lists, sellers] = await Promise.all([
    findLists({ actor }),
    findSellerNames({ actor, locale: requestLocale(request) }),
  ])
  return { lists, sellers, ...parseSearch(request, ListsSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
  return handleForm(request, TableForm, async ({ file, sellerId = null }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const listId = await uploadList({ actor, fileName: file.name, bytes, sellerId })
    return redirect(localPath(requestLocale(request), paths.studioTable({ listId })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('pieces.title'))

export default function StudioTables() {
  const { lists, sellers, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('pieces.title')}</h1>
      <p className="studio-lead">{t('pieces.lead')}</p>
      <Refusal text={failure?.errors.file ? null : refusalText(t, failure)} />
      {said === 'discarded' && !failure ? (
        <Banner tone="done" role="status">
          {t('pieces.discarded')}
        </Banner>
      ) : null}
      <section className="studio-section">
        <h2>{t('pieces.stepTemplate')}</h2>
        <p className="studio-lead">{t('pieces.templateText')}</p>
        <ButtonLink kind="line" href={href(paths.studioTableTemplate())} download>
          {t('pieces.template')}
        </ButtonLink>
      </section>
      <form method="post" encType="multipart/form-data" className="studio-section" noValidate>
        <h2>{t('pieces.stepUpload')}</h2>
        {sellers.length > 1 ? (
          <TickGroup id="sellerId" legend={t('studio.newFor')} error={failure?.errors.sellerId}>
            {sellers.map(({ id, name }) => (
              <Tick
                key={id}
                type="radio"
                name="sellerId"
                value={id}
                defaultChecked={failure?.values.sellerId === id}
              >
                {name}
              </Tick>
            ))}
          </TickGroup>
        ) : null}
        <Field
          id="file"
          name="file"
          type="file"
          accept={tableAccept}
          label={t('pieces.file')}
          hint={t('pieces.fileHint', { max: listLimits.rows })}
          error={failure?.errors.file}
          required
        />
        <Button kind="seal" size={68} wide>
          {t('pieces.upload')}
        </Button>
      </form>
      <TableList rows={lists} />
      <ExportLinks sellers={sellers} />
    </>
  )
}
