import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { requireActor } from '~/modules/auth/require-actor.server'
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
import { limitUploads } from '~/modules/limits/limit-request.server'
import { NoReload } from '~/modules/pocket/components/no-reload'
import { PhotoTaker, type TakenRow } from '~/modules/pocket/components/photo-taker'
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
  const { productId, draft, lacking, bar } = await openStep({ request, params, actor })
  const { take, dim, blurred, saved, check } = parseSearch(request, PhotosQuery)
  const { photos, open } = draft
  const fault = open.faults.find(({ step }) => step === 'photos')
  return json({
    productId,
    photos,
    lacking,
    bar,
    retake: take,
    dim,
    blurred,
    isSaved: saved,
    fault: check && fault ? fault.text : null,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
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
  const { productId, photos, lacking, bar, retake, dim, blurred, isSaved, fault } =
    useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const [row, setRow] = useState<TakenRow | null>(null)
  const posted = useActionData<{
    refused?: RefusedPhoto[]
    kept?: number
    dim?: Shot[]
    formError?: string | null
  }>()
  const failure = row && row.refused.length > 0 ? { ...row, kept: row.kept.length, formError: null } : posted
  const { t, href } = useTranslator()
  // said until she does something else: the last of the six may arrive meanwhile
  const [isOver, setOver] = useState(false)
  const [waiting, setWaiting] = useState<readonly Shot[]>([])
  const free = retake ?? nextShot(photos)
  const next = retake ?? nextShot([...photos, ...waiting.map((shot) => ({ shot }))])
  // the sender of those on their way stays, though there is nothing more to take
  const isOnTheWay = next === null && free !== null
  const now = next ?? free
  const dark = posted?.dim ?? dim
  const asked = { ...(retake ? { take: retake } : {}), ...(dark.length > 0 ? { dim: dark.join() } : {}) }
  /** What has arrived is shown by the page itself, loaded anew; what was wrong with earlier ones still is. */
  const show = (taken: TakenRow) => {
    setRow(taken)
    const still = (shots: readonly Shot[], more: readonly Shot[]) =>
      [...shots.filter((shot) => !taken.kept.includes(shot)), ...more].join()
    const query = { saved: '1', dim: still(dark, taken.dim), blurred: still(blurred, taken.blurred) }
    navigate(`?${new URLSearchParams(query)}`, { replace: true, preventScrollReset: true })
  }
  return (
    <StepPage
      productId={productId}
      here="photos"
      lacking={lacking}
      bar={bar}
      title={t('studio.photosTitle')}
      lead={t('studio.photosLead')}
    >
      <NoReload />
      {failure?.refused ? <RefusedPhotos refused={failure.refused} kept={failure.kept ?? 0} /> : null}
      <Refusal text={failure?.formError ?? null} className="mb-5" />
      {fault && !failure ? (
        <Banner tone="wait" role="alert" className="mb-5">
          {fault}
        </Banner>
      ) : null}
      <div className="studio-pair">
        <div>
          <TakeNow shot={now} isRetake={retake !== null} isOnTheWay={isOnTheWay}>
            {now ? (
              <PhotoTaker
                productId={productId}
                now={now}
                taken={photos}
                isRetake={retake !== null}
                isOnTheWay={isOnTheWay}
                action={`?${new URLSearchParams(asked)}`}
                onTaken={show}
                onOver={setOver}
                onWaiting={setWaiting}
              />
            ) : null}
          </TakeNow>
          {isOver ? (
            <Banner tone="wrong" role="alert" className="mb-5">
              {t('pocket.photosFull')}
            </Banner>
          ) : null}
        </div>
        <PhotoSlots
          productId={productId}
          photos={photos}
          waiting={waiting}
          now={next}
          dim={dark}
          blurred={blurred}
        />
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
