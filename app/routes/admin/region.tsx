import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { addPlace } from '~/modules/places/add-place.server'
import { AddForm, EndForm, MoveForms, RenameForm } from '~/modules/places/components/place-forms'
import { PlaceStanding } from '~/modules/places/components/place-standing'
import { PlaceTable } from '~/modules/places/components/place-table'
import { endPlace } from '~/modules/places/end-place.server'
import { getPlace } from '~/modules/places/get-place.server'
import { movePlace } from '~/modules/places/move-place.server'
import { renamePlace } from '~/modules/places/rename-place.server'
import {
  AddForm as AddFields,
  EndForm as EndFields,
  LookForm,
  MoveForm as MoveFields,
  PlaceSearch,
  RenameForm as RenameFields,
} from '~/modules/places/schema'
import { paths, RegionParams } from '~/paths'
import {
  answer,
  handleFormData,
  parseParams,
  parseSearch,
  readForm,
  readQuestion,
} from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'place:change')
  const { code } = parseParams(params, RegionParams)
  const { said } = parseSearch(request, PlaceSearch)
  const { asked: move, failure: unasked } = readQuestion(request, LookForm)
  const t = translator(requestLocale(request))
  return { place: await answer(request, () => getPlace({ actor, code, move, t })), unasked, said }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'place:change')
  const { code } = parseParams(params, RegionParams)
  const form = await readForm(request)
  const back = (said: string, at = code) =>
    redirect(localPath(requestLocale(request), paths.adminRegion({ code: at, said })), 303)
  switch (form.get('intent')) {
    case 'rename':
      return handleFormData(request, form, RenameFields, async (input) => {
        await renamePlace({ actor, code, ...input })
        return back('renamed')
      })
    case 'add':
      return handleFormData(request, form, AddFields, async (input) => {
        await addPlace({ actor, parentCode: code, ...input })
        return back('added')
      })
    case 'end':
      return handleFormData(request, form, EndFields, async (input) => {
        await endPlace({ actor, code, ...input })
        return back('ended')
      })
    case 'move':
      return handleFormData(request, form, MoveFields, async ({ to, code: newCode, reason }) => {
        await movePlace({ actor, code, to, newCode, reason })
        return back('moved', newCode)
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('places.title'))

export default function AdminRegion() {
  const { place, unasked, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const of = (intent: string) => (failure?.intent === intent ? failure : null)
  const moves = place.level === 'village' || place.level === 'town'
  const canHold = place.level === 'city' || place.level === 'county' || place.level === 'town'
  return (
    <>
      <header className="desk-head">
        <h1>{place.nameZh}</h1>
        <p>
          {place.above} <span className="num">{place.code}</span>
        </p>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`places.said_${said}`)}
        </Banner>
      ) : null}
      <PlaceStanding place={place} />
      {place.children.length > 0 ? (
        <section className="desk-section">
          <h2>{t('places.below')}</h2>
          <PlaceTable caption={t('places.below')} rows={place.children} />
        </section>
      ) : null}
      {place.until || place.isHers ? null : <p className="quiet">{t('places.notHers')}</p>}
      {place.until || !place.isHers ? null : (
        <>
          {moves ? <MoveForms place={place} unasked={unasked} failure={of('move')} /> : null}
          <div className="duo duo-even">
            {canHold ? <AddForm place={place} failure={of('add')} /> : null}
            <RenameForm place={place} failure={of('rename')} />
            {moves ? <EndForm failure={of('end')} /> : null}
          </div>
        </>
      )}
    </>
  )
}
