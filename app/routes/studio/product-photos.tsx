import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PhotoPicker } from '~/modules/catalog/components/photo-picker'
import { PhotoSlots } from '~/modules/catalog/components/photo-slots'
import { type RefusedPhoto, RefusedPhotos } from '~/modules/catalog/components/refused-photos'
import { StepPage } from '~/modules/catalog/components/step-page'
import { TakeNow } from '~/modules/catalog/components/take-now'
import { moveListingPhoto } from '~/modules/catalog/move-listing-photo.server'
import { openStep } from '~/modules/catalog/open-step.server'
import { PhotoForm, PhotosQuery } from '~/modules/catalog/photo-forms'
import { receivePhotos } from '~/modules/catalog/receive-photos.server'
import { removeListingPhoto } from '~/modules/catalog/remove-listing-photo.server'
import { nextShot, type Shot } from '~/modules/catalog/shots'
import { paths } from '~/paths'
import { handleFormData, parseSearch } from '~/platform/form.server'
import { localPath } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId, draft, lacking } = await openStep({ request, params, actor })
  const { take, dim, saved, check } = parseSearch(request, PhotosQuery)
  const { photos, open } = draft
  const fault = open.faults.find(({ step }) => step === 'photos')
  return json({
    productId,
    photos,
    lacking,
    retake: take,
    dim,
    isSaved: saved,
    fault: check && fault ? fault.text : null,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId, locale } = await openStep({ request, params, actor })
  const { take, dim } = parseSearch(request, PhotosQuery)
  const back = (query: Record<string, string>) =>
    redirect(`${localPath(locale, paths.studioPhotos({ productId }))}?${new URLSearchParams(query)}`, 303)
  const {
    form,
    kept,
    dim: newlyDim,
    refused,
  } = await receivePhotos({ request, actor, productId, shot: take, locale })
  if (kept.length > 0 || refused.length > 0) {
    const nowDim = [...dim.filter((shot) => !kept.includes(shot)), ...newlyDim]
    if (refused.length > 0) return json({ refused, kept: kept.length, dim: nowDim }, 422)
    return back({ saved: '1', dim: nowDim.join() })
  }
  if (!form.has('mediaId')) return json({ formError: translator(locale)('studio.photosNone') }, 422)
  return handleFormData(request, form, PhotoForm, async ({ mediaId, move, remove }) => {
    if (remove) await removeListingPhoto({ actor, productId, mediaId })
    else if (move) await moveListingPhoto({ actor, productId, mediaId, to: move })
    return back({ saved: '1' })
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.stepPhotos'))

export default function StudioProductPhotos() {
  const { productId, photos, lacking, retake, dim, isSaved, fault } = useLoaderData<typeof loader>()
  const failure = useActionData<{
    refused?: RefusedPhoto[]
    kept?: number
    dim?: Shot[]
    formError?: string | null
  }>()
  const { t, href } = useTranslator()
  const now = retake ?? nextShot(photos)
  const dark = failure?.dim ?? dim
  const asked = { ...(retake ? { take: retake } : {}), ...(dark.length > 0 ? { dim: dark.join() } : {}) }
  return (
    <StepPage
      productId={productId}
      here="photos"
      lacking={lacking}
      title={t('studio.photosTitle')}
      lead={t('studio.photosLead')}
    >
      {failure?.refused ? <RefusedPhotos refused={failure.refused} kept={failure.kept ?? 0} /> : null}
      <Refusal text={failure?.formError ?? null} className="mb-5" />
      {fault && !failure ? (
        <Banner tone="wait" role="alert" className="mb-5">
          {fault}
        </Banner>
      ) : null}
      <div className="studio-pair">
        <TakeNow shot={now} isRetake={retake !== null}>
          <PhotoPicker action={`?${new URLSearchParams(asked)}`} isRetake={retake !== null} />
        </TakeNow>
        <PhotoSlots productId={productId} photos={photos} now={now} dim={dark} />
      </div>
      {isSaved && !failure && photos.length > 0 ? (
        <Banner tone="done" role="status">
          {t('studio.saved')}
        </Banner>
      ) : null}
      <div className="studio-foot">
        <ButtonLink
          kind={photos.length > 2 ? 'seal' : 'line'}
          size={68}
          wide
          href={href(paths.studioWords({ productId }))}
        >
          {t('studio.next', { step: t('studio.stepWords') })}
        </ButtonLink>
        <ButtonLink kind="text" href={href(paths.help())}>
          {t('studio.askHelp')}
        </ButtonLink>
      </div>
    </StepPage>
  )
}
