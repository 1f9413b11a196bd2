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
import { ListingStepper } from '~/modules/catalog/components/listing-stepper'
import { PhotoReminder } from '~/modules/catalog/components/photo-reminder'
import { WordsForm } from '~/modules/catalog/components/words-form'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { getDraft } from '~/modules/catalog/get-draft.server'
import { leaveStep } from '~/modules/catalog/leave-step.server'
import { WordsForm as WordsFields } from '~/modules/catalog/listing-forms'
import { saveListingWords } from '~/modules/catalog/save-listing-words.server'
import { stepForm } from '~/modules/catalog/step-form'
import { StepQuery, wordsValues } from '~/modules/catalog/step-values.server'
import { paths, StudioProductParams } from '~/paths'
import { answer, type FormFailure, handleForm, parseParams, parseSearch } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const locale = requestLocale(request)
  const draft = await answer(request, () => getDraft({ actor, productId, locale }))
  if (!draft) return redirect(localPath(locale, paths.studioProduct({ productId })))
  const crafts = await findCrafts(locale)
  return json({
    productId,
    open: draft.open,
    photos: draft.photos,
    stored: wordsValues(draft.content),
    crafts: crafts.map(({ code, name }) => ({ code, name })),
    query: parseSearch(request, StepQuery),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  return handleForm(request, WordsFields, async ({ version, intent, ...words }) => {
    await saveListingWords({ actor, productId, version, words })
    return leaveStep({ request, actor, productId, step: 'words', intent })
  })
}

/** Going back shows what is saved, not what the browser remembers. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('studio.stepWords')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function StudioProductWords() {
  const { productId, open, photos, stored, crafts, query } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const { t } = useTranslator()
  const form = stepForm({ step: 'words', stored, open, failure, isAsked: query.check })
  const lacking = [...new Set(open.faults.map(({ step }) => step))]
  return (
    <>
      <ListingStepper productId={productId} here="words" lacking={lacking} justDone={query.done} />
      <h1 className="studio-heading">{t('studio.wordsTitle')}</h1>
      <p className="studio-lead">{t('studio.wordsLead')}</p>
      {query.saved && !failure ? (
        <Banner tone="done" role="status" className="mb-5">
          {t('studio.saved')}
        </Banner>
      ) : null}
      <div className="lg:grid lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)] lg:items-start lg:gap-x-14">
        <WordsForm form={form} version={open.version} crafts={crafts} />
        <PhotoReminder photos={photos} />
      </div>
    </>
  )
}
