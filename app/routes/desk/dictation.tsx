import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DictationForm } from '~/modules/catalog/components/dictation-form'
import { getDictation } from '~/modules/catalog/get-dictation.server'
import { TypedForm } from '~/modules/catalog/spoken-words'
import { typeUpDictation } from '~/modules/catalog/type-up-dictation.server'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { ClaimLine } from '~/modules/claims/components/claim-line'
import { findWork } from '~/modules/claims/find-work.server'
import { VoicePlayer } from '~/modules/voices/components/voice-player'
import { paths, RevisionParams } from '~/paths'
import { answer, type FormFailure, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Photo } from '~/ui/photo'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const { revisionId } = parseParams(params, RevisionParams)
  const locale = requestLocale(request)
  const dictation = await answer(request, () => getDictation({ actor, revisionId, locale }))
  return { dictation, work: await findWork({ actor, queue: 'dictation', subjectIds: [revisionId] }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const { revisionId } = parseParams(params, RevisionParams)
  const form = await readForm(request)
  const back = () => redirect(localPath(requestLocale(request), paths.deskDictation({ revisionId })), 303)
  if (isClaimForm(form)) return handleClaim({ request, form, actor, queue: 'dictation', back })
  return handleFormData(request, form, TypedForm, async ({ voiceId, ...words }) => {
    await typeUpDictation({ actor, revisionId, voiceId, words })
    return redirect(localPath(requestLocale(request), paths.deskDictations({ said: 'typed' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('voice.deskTitle'))

export default function DeskDictation() {
  const { dictation, work } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const { t, href } = useTranslator()
  const { revisionId, voice, sellerName, photos } = dictation
  const title = t('voice.typeTitle', { name: sellerName })
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t('voice.typeLead')}</p>
      </header>
      <Refusal text={refusalText(t, failure)} className="mb-4" />
      <ClaimLine
        subjectId={revisionId}
        claim={work.claims[revisionId] ?? null}
        colleagues={work.colleagues}
        failure={failure?.intent === 'give' ? failure : null}
      />
      <div className="duo">
        <div>
          <VoicePlayer
            src={`${href(paths.deskDictationSound({ revisionId }))}?${voice.id}`}
            seconds={voice.seconds}
            label={t('voice.haveOf', { name: sellerName })}
          />
          <DictationForm dictation={dictation} failure={failure ?? null} />
        </div>
        <section aria-label={t('voice.typePhotos')}>
          <div className="grid grid-cols-2 gap-2">
            {photos.map(({ mediaId, photo }) => (
              <Photo key={mediaId} photo={photo} sizes="12rem" />
            ))}
          </div>
        </section>
      </div>
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskDictations())}>
          {t('voice.backToQueue')}
        </a>
      </p>
    </>
  )
}
