import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { claimTranslation, releaseTranslation } from '~/modules/translations/claim-translation.server'
import { ReopenForm } from '~/modules/translations/components/shown-texts'
import {
  HolderLine,
  ReadForms,
  TermList,
  TypeForm,
} from '~/modules/translations/components/translation-editor'
import { findShownText } from '~/modules/translations/find-shown.server'
import { getTranslation, type TranslationView } from '~/modules/translations/get-translation.server'
import { reopenTranslation } from '~/modules/translations/reopen-translation.server'
import { reviewTranslation } from '~/modules/translations/review-translation.server'
import {
  BackForm,
  FitForm,
  NoFields,
  ReopenForm as ReopenFields,
  TypeMakerForm,
  TypeProductForm,
} from '~/modules/translations/schema'
import { stateTitle, stateTone } from '~/modules/translations/translation-words'
import { typeTranslation } from '~/modules/translations/type-translation.server'
import { paths, TextParams } from '~/paths'
import { answer, type FormFailure, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'text:translate')
  const { kind, subjectId } = parseParams(params, TextParams)
  const shown = await findShownText({ actor, kind, subjectId })
  return {
    shown,
    text: shown ? null : await answer(request, () => getTranslation({ actor, kind, subjectId })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'text:translate')
  const work = parseParams(params, TextParams)
  const form = await readForm(request)
  const to = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  const done = (said: string) => to(paths.adminTranslations({ said }))
  switch (form.get('intent')) {
    case 'take':
    case 'release':
      return handleFormData(request, form, NoFields, async () => {
        await (form.get('intent') === 'take' ? claimTranslation : releaseTranslation)({ actor, ...work })
        return to(paths.adminTranslation(work))
      })
    case 'type':
      return handleFormData(
        request,
        form,
        work.kind === 'product' ? TypeProductForm : TypeMakerForm,
        async ({ seen, source, ...words }) => {
          await typeTranslation({ actor, ...work, seen, source, words })
          return done('typed')
        },
      )
    case 'fit':
      return handleFormData(request, form, FitForm, async (seen) => {
        await reviewTranslation({ actor, ...work, ...seen, back: null })
        return done('fit')
      })
    case 'back':
      return handleFormData(request, form, BackForm, async ({ note, ...seen }) => {
        await reviewTranslation({ actor, ...work, ...seen, back: note })
        return done('back')
      })
    case 'reopen':
      return handleFormData(request, form, ReopenFields, async ({ note }) => {
        await reopenTranslation({ actor, ...work, note })
        return done('reopened')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('translation.title'))

export default function AdminTranslation() {
  const { text, shown } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t, href } = useTranslator()
  const which = text ?? shown
  if (!which) return null
  const { kind, slug, title } = which
  return (
    <>
      <header className="desk-head">
        <h1 lang="zh-CN">{title}</h1>
        <p>
          {text ? <Badge tone={stateTone[text.state]}>{t(stateTitle[text.state])}</Badge> : null}{' '}
          <a
            className="link"
            href={href(kind === 'product' ? paths.product({ slug }) : paths.maker({ slug }))}
          >
            {t('translation.toShop')}
          </a>
        </p>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {text ? (
        <Work text={text} failure={failure} />
      ) : shown ? (
        <ReopenForm text={shown} failure={failure} />
      ) : null}
    </>
  )
}

function Work({ text, failure }: { text: TranslationView; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const isRead = text.typedBy !== null && !text.typedBy.isMe
  return (
    <>
      {text.hasOld ? <Banner tone="wait">{t('translation.olderNow')}</Banner> : null}
      {text.isReopened ? <Banner tone="wait">{t('translation.reopenedNow')}</Banner> : null}
      {text.note ? <Banner tone="wrong">{t('translation.cameBack', { note: text.note })}</Banner> : null}
      {text.typedBy?.isMe ? <Banner tone="info">{t('translation.waitsForOther')}</Banner> : null}
      <HolderLine holder={text.holder} />
      <TermList terms={text.terms} />
      {isRead ? <ReadForms text={text} failure={failure} /> : <TypeForm text={text} failure={failure} />}
    </>
  )
}
