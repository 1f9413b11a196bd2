import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PhotoReminder } from '~/modules/catalog/components/photo-reminder'
import { StepPage } from '~/modules/catalog/components/step-page'
import { useVersionSeen } from '~/modules/catalog/components/use-version-seen'
import { VoiceCard } from '~/modules/catalog/components/voice-card'
import { WordsForm } from '~/modules/catalog/components/words-form'
import { findCraftFields, findCraftTemplates } from '~/modules/catalog/find-craft-templates.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { leaveStep } from '~/modules/catalog/leave-step.server'
import { WordsFields, wordsForm } from '~/modules/catalog/listing-forms'
import { openStep } from '~/modules/catalog/open-step.server'
import { saveListingWords } from '~/modules/catalog/save-listing-words.server'
import { stepForm } from '~/modules/catalog/step-form'
import { StepQuery, wordsValues } from '~/modules/catalog/step-values.server'
import { SendingPhotos } from '~/modules/pocket/components/sending-photos'
import { StudioProductParams } from '~/paths'
import { type FormFailure, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId, locale, draft, lacking, bar } = await openStep({ request, params, actor })
  const [crafts, templates] = await Promise.all([findCrafts(locale), findCraftTemplates()])
  return json({
    productId,
    owner: actor.userId,
    open: draft.open,
    lacking,
    bar,
    photos: draft.photos,
    hasVoice: draft.hasVoice,
    stored: wordsValues(draft.content),
    templates,
    crafts: crafts.map(({ code, name }) => ({ code, name })),
    query: parseSearch(request, StepQuery),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const form = await readForm(request)
  const craft = WordsFields.shape.craftCode.safeParse(form.get('craftCode') ?? '')
  const fields = await findCraftFields(craft.success ? craft.data : null)
  return handleFormData(request, form, wordsForm(fields), async ({ version, intent, ...words }) => {
    await saveListingWords({ actor, productId, version, words })
    return leaveStep({ request, actor, productId, step: 'words', intent })
  })
}

/** Going back shows what is saved, not what the browser remembers. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.stepWords'))

export default function StudioProductWords() {
  const { productId, owner, open, lacking, bar, photos, hasVoice, stored, crafts, templates, query } =
    useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  const version = useVersionSeen(open.written)
  const failure = useActionData<FormFailure>()
  const { t } = useTranslator()
  const form = stepForm({ step: 'words', stored, open, failure, isAsked: query.check })
  return (
    <StepPage
      productId={productId}
      here="words"
      lacking={lacking}
      bar={bar}
      justDone={query.done}
      title={t('studio.wordsTitle')}
      lead={t('studio.wordsLead')}
      isSaved={query.saved && !failure}
    >
      <SendingPhotos productId={productId} onSent={revalidate} />
      <div className="lg:grid lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)] lg:items-start lg:gap-x-14">
        <div>
          <VoiceCard productId={productId} hasVoice={hasVoice} />
          <WordsForm
            form={form}
            productId={productId}
            owner={owner}
            version={version}
            crafts={crafts}
            templates={templates}
          />
        </div>
        <PhotoReminder photos={photos} />
      </div>
    </StepPage>
  )
}
