import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { answerListing } from '~/modules/catalog/answer-listing.server'
import { claimListing } from '~/modules/catalog/claim-listing.server'
import { DecideForms, isDecidable } from '~/modules/catalog/components/decide-forms'
import { PreChecks } from '~/modules/catalog/components/pre-checks'
import { ReviewHead } from '~/modules/catalog/components/review-head'
import { ReviewHistory } from '~/modules/catalog/components/review-history'
import { ReviewPhotos } from '~/modules/catalog/components/review-photos'
import { ReviewWords } from '~/modules/catalog/components/review-words'
import { findCraftTemplates } from '~/modules/catalog/find-craft-templates.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { findPhrases } from '~/modules/catalog/find-phrases.server'
import { findReviewColleagues } from '~/modules/catalog/find-review-colleagues.server'
import { getReview } from '~/modules/catalog/get-review.server'
import { isClaimForm } from '~/modules/claims/claim-form.server'
import { ClaimLine } from '~/modules/claims/components/claim-line'
import { CustomsEntryFields } from '~/modules/customs/components/customs-entry-form'
import { enterCustoms } from '~/modules/customs/enter-customs.server'
import { findCustomsEntry } from '~/modules/customs/find-customs-entry.server'
import { CustomsEntryForm } from '~/modules/customs/schema'
import { VoicePlayer } from '~/modules/voices/components/voice-player'
import { paths, RevisionParams } from '~/paths'
import { answer, type FormFailure, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const { revisionId } = parseParams(params, RevisionParams)
  const locale = requestLocale(request)
  const [review, customs, crafts, templates, colleagues, phrases] = await Promise.all([
    answer(request, () => getReview({ actor, revisionId, locale })),
    answer(request, () => findCustomsEntry({ actor, revisionId })),
    findCrafts(locale),
    findCraftTemplates(),
    findReviewColleagues({ actor }),
    findPhrases({ actor }),
  ])
  const wasSaved = new URL(request.url).searchParams.has('customs')
  return {
    review,
    customs,
    wasSaved,
    colleagues,
    phrases,
    templates,
    craftNames: Object.fromEntries(crafts.map(({ code, name }) => [code, name])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const { revisionId } = parseParams(params, RevisionParams)
  const form = await readForm(request)
  const here = localPath(requestLocale(request), paths.deskListing({ revisionId }))
  if (isClaimForm(form)) return claimListing({ request, form, actor, revisionId, here })
  if (form.get('intent') === 'customs')
    return handleFormData(request, form, CustomsEntryForm, async (entry) => {
      await enterCustoms({ actor, revisionId, entry })
      return redirect(`${here}?customs`, 303)
    })
  const queue = localPath(requestLocale(request), paths.deskListings())
  return answerListing({
    request,
    form,
    actor,
    revisionId,
    done: () => redirect(`${queue}?done=${revisionId}`, 303),
  })
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) => data?.review.now.content.titleZh || t('desk.listingsTitle'))

export default function DeskListing() {
  const { review, customs, wasSaved, colleagues, phrases, templates, craftNames } =
    useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const ofCustoms = failure?.intent === 'customs' ? failure : null
  const ofDecision = ofCustoms ? null : (failure ?? null)
  const { t, href } = useTranslator()
  return (
    <>
      <ReviewHead review={review} />
      <Refusal text={refusalText(t, failure, isDecidable(review))} className="mb-4" />
      {isDecidable(review) ? (
        <ClaimLine
          subjectId={review.revisionId}
          claim={review.claim}
          colleagues={colleagues}
          failure={ofDecision}
        />
      ) : null}
      {review.state === 'submitted' ? <PreChecks findings={review.findings} /> : null}
      <div className="duo">
        <div>
          <ReviewPhotos review={review} />
          {review.voice ? (
            <>
              <VoicePlayer
                src={`${href(paths.deskListingSound({ revisionId: review.revisionId }))}?${review.voice.id}`}
                seconds={review.voice.seconds}
                label={t('voice.reviewTitle')}
              />
              <p className="quiet">{t('voice.reviewText')}</p>
            </>
          ) : null}
          <ReviewWords review={review} craftNames={craftNames} templates={templates} />
        </div>
        <DecideForms review={review} failure={ofDecision} phrases={phrases} />
      </div>
      <CustomsEntryFields entry={customs} wasSaved={wasSaved} failure={ofCustoms} />
      <ReviewHistory history={review.history} />
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskListings())}>
          {t('desk.backToQueue')}
        </a>
      </p>
    </>
  )
}
