import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { getSellerWork } from '~/modules/orders/get-seller-work.server'
import { addProductionPhotos } from '~/modules/production/add-production-photos.server'
import { ProductionForm as Fields } from '~/modules/production/components/production-form'
import { ProductionPhotos } from '~/modules/production/components/production-photos'
import { unsafeFindProductionPhotos } from '~/modules/production/find-production-photos.server'
import { removeProductionPhoto } from '~/modules/production/remove-production-photo.server'
import { ProductionForm, ProductionSearch, RemovePhotoForm } from '~/modules/production/schema'
import { paths, StudioOrderParams } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  const locale = requestLocale(request)
  const { number, status } = await answer(request, () => getSellerWork({ actor, sellerOrderId, locale }))
  const photos = await unsafeFindProductionPhotos({ sellerOrderId }, locale)
  return { sellerOrderId, number, status, photos, ...parseSearch(request, ProductionSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  await limitUploads(request, actor)
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  const form = await readForm(request)
  const back = (done: 'added' | 'removed') =>
    redirect(
      `${localPath(requestLocale(request), paths.studioProduction({ sellerOrderId }))}?done=${done}`,
      303,
    )
  if (form.get('intent') === 'remove')
    return handleFormData(request, form, RemovePhotoForm, async ({ photoId }) => {
      await removeProductionPhoto({ actor, sellerOrderId, photoId })
      return back('removed')
    })
  const files = form.getAll('photo').filter((one): one is File => one instanceof File && one.size > 0)
  return handleFormData(request, form, ProductionForm, async (said) => {
    const t = translator(requestLocale(request))
    await addProductionPhotos({ actor, sellerOrderId, files, t, ...said })
    return back('added')
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('production.title'))

export default function StudioOrderPhotos() {
  const { sellerOrderId, number, status, photos, done } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const refused = said && 'errors' in said ? said : null
  return (
    <>
      <h1 className="studio-heading">{t('production.title')}</h1>
      <p className="studio-lead">
        <a className="link num" href={href(paths.studioOrder({ sellerOrderId }))}>
          {t('order.workOrder', { number })}
        </a>
        <br />
        {t('production.lead')}
      </p>
      <Refusal text={refusalText(t, refused)} />
      {done && !refused ? (
        <Banner tone="done" role="status">
          {t(`production.${done}`)}
        </Banner>
      ) : null}
      {status === 'to_ship' ? <Fields key={photos.length} failure={refused} /> : null}
      <section className="studio-section">
        <h2>{t('production.count', { count: photos.length })}</h2>
        <ProductionPhotos
          photos={photos}
          actsOf={({ id, phrase }) => (
            <form method="post">
              <input type="hidden" name="photoId" value={id} />
              <Button kind="text" name="intent" value="remove">
                {t('production.remove')}
                <span className="unseen"> {t(`production.phrase_${phrase}`)}</span>
              </Button>
            </form>
          )}
        />
      </section>
    </>
  )
}
