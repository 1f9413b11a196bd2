import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useFetcher, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ListingStepper } from '~/modules/catalog/components/listing-stepper'
import { PriceForm } from '~/modules/catalog/components/price-form'
import { findEarning, findEarningOf } from '~/modules/catalog/find-earning.server'
import { getDraft } from '~/modules/catalog/get-draft.server'
import { leaveStep } from '~/modules/catalog/leave-step.server'
import { PriceForm as PriceFields } from '~/modules/catalog/listing-forms'
import { saveListingPrice } from '~/modules/catalog/save-listing-price.server'
import { stepForm } from '~/modules/catalog/step-form'
import { priceValues, StepQuery } from '~/modules/catalog/step-values.server'
import { paths, StudioProductParams } from '~/paths'
import { answer, type FormFailure, handleForm, parseParams, parseSearch } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const locale = requestLocale(request)
  const query = parseSearch(request, StepQuery)
  const draft = await answer(request, () => getDraft({ actor, productId, locale }))
  if (!draft) return redirect(localPath(locale, paths.studioProduct({ productId })))
  const { open, content, shelves } = draft
  return json({
    productId,
    open,
    stored: priceValues(content),
    options: content.options,
    isLive: shelves.length > 0,
    earning: await (query.price === null ? findEarning(content.priceFen) : findEarningOf(query.price)),
    query,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  return handleForm(request, PriceFields, async ({ version, intent, ...price }) => {
    await saveListingPrice({ actor, productId, version, price })
    return leaveStep({ request, actor, productId, step: 'price', intent })
  })
}

/** Going back shows what is saved, not what the browser remembers. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('studio.stepPrice')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function StudioProductPrice() {
  const { productId, open, stored, options, isLive, earning, query } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const typed = useFetcher<typeof loader>()
  const { t, href } = useTranslator()
  const form = stepForm({ step: 'price', stored, open, failure, isAsked: query.check })
  const lacking = [...new Set(open.faults.map(({ step }) => step))]
  const askEarning = (text: string) =>
    typed.load(`${href(paths.studioPrice({ productId }))}?${new URLSearchParams({ price: text })}`)
  return (
    <>
      <ListingStepper productId={productId} here="price" lacking={lacking} justDone={query.done} />
      <h1 className="studio-heading">{t('studio.priceTitle')}</h1>
      <p className="studio-lead">{t('studio.priceLead')}</p>
      {query.saved && !failure ? (
        <Banner tone="done" role="status" className="mb-5">
          {t('studio.saved')}
        </Banner>
      ) : null}
      <PriceForm
        form={form}
        version={open.version}
        options={options}
        isLive={isLive}
        earning={typed.data ? typed.data.earning : earning}
        onPrice={askEarning}
      />
    </>
  )
}
