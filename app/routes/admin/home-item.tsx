import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HomeItemForm } from '~/modules/home/components/home-item-form'
import { HomeHistory, HomeStanding } from '~/modules/home/components/home-standing'
import { findSpeakerChoices, getHomeItem } from '~/modules/home/find-home-items.server'
import { publishHomeItem } from '~/modules/home/publish-home-item.server'
import { saveHomeForm } from '~/modules/home/save-home-form.server'
import { HomeSearch, SeenForm } from '~/modules/home/schema'
import { takeDownHomeItem } from '~/modules/home/take-down-home-item.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { HomeItemParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'home:edit')
  const { itemId } = parseParams(params, HomeItemParams)
  const item = await answer(request, () => getHomeItem(itemId, requestLocale(request)))
  const speakers = item.kind === 'maker' ? await findSpeakerChoices() : []
  return { item, speakers, ...parseSearch(request, HomeSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'home:edit')
  await limitUploads(request, actor)
  const { itemId } = parseParams(params, HomeItemParams)
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminHomeItem({ itemId, said })), 303)
  switch (form.get('intent')) {
    case 'save': {
      const { kind } = await answer(request, () => getHomeItem(itemId, requestLocale(request)))
      return saveHomeForm({ request, form, actor, kind, itemId, done: () => back('saved') })
    }
    case 'publish':
      return handleFormData(request, form, SeenForm, async ({ seen }) => {
        await publishHomeItem({ actor, itemId, seen })
        return back('published')
      })
    case 'down':
      return handleFormData(request, form, SeenForm, async ({ seen }) => {
        await takeDownHomeItem({ actor, itemId, seen })
        return back('down')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('home.title'))

export default function AdminHomeItem() {
  const { item, speakers, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{item.title}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`home.said_${said}`)}
        </Banner>
      ) : null}
      <HomeStanding item={item} />
      <HomeItemForm
        kind={item.kind}
        seen={item.seen}
        values={item.values}
        speakers={speakers}
        hasPicture={item.mediaId !== null}
        failure={failure?.intent === 'save' ? failure : null}
      />
      <HomeHistory versions={item.versions} />
    </>
  )
}
