import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { LackingList } from '~/modules/catalog/components/lacking-list'
import { ListingLook } from '~/modules/catalog/components/listing-look'
import { ListingStepper } from '~/modules/catalog/components/listing-stepper'
import { SubmitForm } from '~/modules/catalog/components/submit-form'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { findEarning } from '~/modules/catalog/find-earning.server'
import { getDraft } from '~/modules/catalog/get-draft.server'
import { SubmitForm as SubmitFields } from '~/modules/catalog/listing-forms'
import { StepQuery } from '~/modules/catalog/step-values.server'
import { submitListing } from '~/modules/catalog/submit-listing.server'
import { paths, StudioProductParams } from '~/paths'
import { answer, type FormFailure, handleForm, parseParams, parseSearch } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const locale = requestLocale(request)
  const draft = await answer(request, () => getDraft({ actor, productId, locale }))
  if (!draft) return redirect(localPath(locale, paths.studioProduct({ productId })))
  const { open, content, photos, shelves, live } = draft
  const [crafts, earning] = await Promise.all([findCrafts(locale), findEarning(content.priceFen)])
  return json({
    productId,
    open,
    content: shelves.length > 0 ? { ...content, stock: null } : content,
    photos,
    isLive: live !== null,
    earning,
    craftNames: Object.fromEntries(crafts.map(({ code, name }) => [code, name])),
    query: parseSearch(request, StepQuery),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  return handleForm(request, SubmitFields, async ({ version }) => {
    await submitListing({ actor, productId, version })
    return redirect(
      `${localPath(requestLocale(request), paths.studioProduct({ productId }))}?done=submitted`,
      303,
    )
  })
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('studio.checkTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function StudioProductCheck() {
  const { productId, open, query, ...look } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const { t } = useTranslator()
  const lacking = [...new Set(open.faults.map(({ step }) => step))]
  return (
    <>
      <ListingStepper productId={productId} here={null} lacking={lacking} justDone={query.done} />
      <h1 className="studio-heading">{t('studio.checkTitle')}</h1>
      <p className="studio-lead">{t('studio.checkLead')}</p>
      <LackingList productId={productId} open={open} />
      <ListingLook productId={productId} {...look} />
      <SubmitForm productId={productId} open={open} failure={failure ?? null} />
    </>
  )
}
