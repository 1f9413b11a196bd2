import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { KeepPhrase, PhraseList } from '~/modules/catalog/components/phrase-list'
import { dropPhrase } from '~/modules/catalog/drop-phrase.server'
import { findPhrases } from '~/modules/catalog/find-phrases.server'
import { keepPhrase } from '~/modules/catalog/keep-phrase.server'
import { DropPhraseForm, KeepPhraseForm } from '~/modules/catalog/listing-forms'
import { paths } from '~/paths'
import { type FormFailure, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

const Said = z.object({ said: z.enum(['kept', 'dropped']).or(z.literal('')).catch('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  return { phrases: await findPhrases({ actor }), ...parseSearch(request, Said) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const form = await readForm(request)
  const here = localPath(requestLocale(request), paths.deskPhrases())
  if (form.get('intent') === 'drop')
    return handleFormData(request, form, DropPhraseForm, async ({ phraseId }) => {
      await dropPhrase({ actor, phraseId })
      return redirect(`${here}?said=dropped`, 303)
    })
  return handleFormData(request, form, KeepPhraseForm, async (input) => {
    await keepPhrase({ actor, ...input })
    return redirect(`${here}?said=kept`, 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('phrases.title'))

export default function DeskPhrases() {
  const { phrases, said } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('phrases.title')}</h1>
        <p>{t('phrases.lead')}</p>
      </header>
      {said === '' ? null : (
        <Banner tone="done" role="status">
          {t(said === 'kept' ? 'phrases.kept' : 'phrases.dropped')}
        </Banner>
      )}
      <Refusal text={refusalText(t, failure)} />
      <PhraseList phrases={phrases} isShared={false} />
      <PhraseList phrases={phrases} isShared />
      <KeepPhrase failure={failure ?? null} />
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskListings())}>
          {t('phrases.back')}
        </a>
      </p>
    </>
  )
}
