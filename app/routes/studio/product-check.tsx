import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { LackingList } from '~/modules/catalog/components/lacking-list'
import { ListingLook } from '~/modules/catalog/components/listing-look'
import { StepPage } from '~/modules/catalog/components/step-page'
import { SubmitForm } from '~/modules/catalog/components/submit-form'
import { WordWarnings } from '~/modules/catalog/components/word-warnings'
import { findCraftTemplates } from '~/modules/catalog/find-craft-templates.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { findFairPrice } from '~/modules/catalog/find-fair-price.server'
import { SubmitForm as SubmitFields } from '~/modules/catalog/listing-forms'
import { openStep } from '~/modules/catalog/open-step.server'
import { countMyPhotosOnTheWay } from '~/modules/catalog/photos-on-the-way.server'
import { unwritten } from '~/modules/catalog/spoken-words'
import { StepQuery } from '~/modules/catalog/step-values.server'
import { submitListing } from '~/modules/catalog/submit-listing.server'
import { whileSending } from '~/modules/catalog/while-sending'
import { SendingPhotos } from '~/modules/pocket/components/sending-photos'
import { paths, StudioProductParams } from '~/paths'
import { type FormFailure, handleForm, parseParams, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId, locale, draft, lacking, bar } = await openStep({ request, params, actor })
  const { open, content, photos, shelves, live, sellerId } = draft
  const [crafts, templates, fair, onTheWay] = await Promise.all([
    findCrafts(locale),
    findCraftTemplates(),
    findFairPrice({ productId, sellerId, content, locale }),
    countMyPhotosOnTheWay({ actor, productId }),
  ])
  return json({
    productId,
    open,
    onTheWay,
    lacking,
    bar,
    content: shelves.length > 0 ? { ...content, stock: null } : content,
    photos,
    isLive: live !== null,
    isSpoken: draft.hasVoice && unwritten(content).length > 0,
    fair,
    templates,
    craftNames: Object.fromEntries(crafts.map(({ code, name }) => [code, name])),
    query: parseSearch(request, StepQuery),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  return handleForm(request, SubmitFields, async ({ version, without }) => {
    const done = await submitListing({ actor, productId, version, without })
    return redirect(
      `${localPath(requestLocale(request), paths.studioProduct({ productId }))}?done=${done}`,
      303,
    )
  })
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.checkTitle'))

export default function StudioProductCheck() {
  const { productId, open, onTheWay, lacking, bar, query, isSpoken, ...look } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const { revalidate, state } = useRevalidator()
  const [waiting, setWaiting] = useState(0)
  const { t } = useTranslator()
  return (
    <StepPage
      productId={productId}
      here={null}
      lacking={lacking}
      bar={bar}
      justDone={query.done}
      title={t('studio.checkTitle')}
      lead={t('studio.checkLead')}
    >
      <SendingPhotos productId={productId} onWaiting={setWaiting} onSent={revalidate} />
      <Refusal text={refusalText(t, failure)} />
      {query.spoken ? (
        <Banner tone="done" role="status" className="mb-4">
          {t('voice.confirmedDone')}
        </Banner>
      ) : null}
      <LackingList
        productId={productId}
        open={whileSending(open, { arrived: look.content.photos.length, waiting })}
        isBarred={bar !== null}
      />
      {isSpoken && open.faults.length === 0 ? (
        <Banner tone="info" icon="speaker">
          {t('voice.checkSpoken')}
        </Banner>
      ) : null}
      <WordWarnings productId={productId} content={look.content} />
      <ListingLook productId={productId} {...look} />
      <SubmitForm
        productId={productId}
        open={open}
        waiting={waiting}
        onTheWay={onTheWay}
        isRenewed={state === 'loading'}
        bar={bar}
      />
    </StepPage>
  )
}
