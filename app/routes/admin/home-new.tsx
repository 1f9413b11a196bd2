import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HomeItemForm } from '~/modules/home/components/home-item-form'
import { findNewSpan, findSpeakerChoices } from '~/modules/home/find-home-items.server'
import { kindTitle } from '~/modules/home/home-words'
import { saveHomeForm } from '~/modules/home/save-home-form.server'
import { NewHomeSearch } from '~/modules/home/schema'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { paths } from '~/paths'
import { parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'home:edit')
  const { kind } = parseSearch(request, NewHomeSearch)
  const speakers = kind === 'maker' ? await findSpeakerChoices() : []
  return { kind, speakers, values: { ...(await findNewSpan()), position: '1' } }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'home:edit')
  await limitUploads(request, actor)
  const { kind } = parseSearch(request, NewHomeSearch)
  const done = (itemId: string) =>
    redirect(localPath(requestLocale(request), paths.adminHomeItem({ itemId, said: 'saved' })), 303)
  return saveHomeForm({ request, form: await readForm(request), actor, kind, itemId: null, done })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('home.title'))

export default function AdminHomeNew() {
  const { kind, speakers, values } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t(kindTitle[kind])}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      <HomeItemForm
        kind={kind}
        seen={0}
        values={values}
        speakers={speakers}
        hasPicture={false}
        failure={failure}
      />
    </>
  )
}
