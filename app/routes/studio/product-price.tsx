import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useFetcher, useLoaderData, useRevalidator } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PriceForm } from '~/modules/catalog/components/price-form'
import { StepPage } from '~/modules/catalog/components/step-page'
import { useVersionSeen } from '~/modules/catalog/components/use-version-seen'
import { findFairPrice, withTyped } from '~/modules/catalog/find-fair-price.server'
import { leaveStep } from '~/modules/catalog/leave-step.server'
import { PriceForm as PriceFields } from '~/modules/catalog/listing-forms'
import { openStep } from '~/modules/catalog/open-step.server'
import { saveListingPrice } from '~/modules/catalog/save-listing-price.server'
import { stepForm } from '~/modules/catalog/step-form'
import { priceValues, StepQuery } from '~/modules/catalog/step-values.server'
import { SendingPhotos } from '~/modules/pocket/components/sending-photos'
import { paths, StudioProductParams } from '~/paths'
import { type FormFailure, handleForm, parseParams, parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId, locale, draft, lacking, bar } = await openStep({ request, params, actor })
  const query = parseSearch(request, StepQuery)
  const { open, content, shelves, sellerId } = draft
  return json({
    productId,
    owner: actor.userId,
    open,
    lacking,
    bar,
    stored: priceValues(content),
    options: content.options,
    shelves: shelves.map(({ variantId }) => variantId),
    fair: await findFairPrice({ productId, sellerId, content: withTyped(content, query), locale }),
    query,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  return handleForm(request, PriceFields, async ({ version, intent, ...price }) => {
    await saveListingPrice({ actor, productId, version, price, intent })
    return leaveStep({ request, actor, productId, step: 'price', intent: intent.goesOn ? 'next' : 'keep' })
  })
}

/** Going back shows what is saved, not what the browser remembers. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.stepPrice'))

export default function StudioProductPrice() {
  const { productId, owner, open, lacking, bar, stored, options, shelves, fair, query } =
    useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  const version = useVersionSeen(open.written)
  const failure = useActionData<FormFailure>()
  const typed = useFetcher<typeof loader>()
  const { t, href } = useTranslator()
  const form = stepForm({ step: 'price', stored, open, failure, isAsked: query.check })
  const askFair = (amounts: Record<string, string>) =>
    typed.load(`${href(paths.studioPrice({ productId }))}?${new URLSearchParams(amounts)}`)
  return (
    <StepPage
      productId={productId}
      here="price"
      lacking={lacking}
      bar={bar}
      justDone={query.done}
      title={t('studio.priceTitle')}
      lead={t('studio.priceLead')}
      isSaved={query.saved && !failure}
    >
      <SendingPhotos productId={productId} onSent={revalidate} />
      <PriceForm
        form={form}
        productId={productId}
        owner={owner}
        version={version}
        options={options}
        shelves={shelves}
        isLive={shelves.length > 0}
        fair={typed.data ? typed.data.fair : fair}
        onAmounts={askFair}
      />
    </StepPage>
  )
}
