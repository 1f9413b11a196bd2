import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DryRun } from '~/modules/register/components/dry-run'
import { MappingFields } from '~/modules/register/components/mapping-fields'
import { TakenImport } from '~/modules/register/components/taken-import'
import { discardImport } from '~/modules/register/discard-import.server'
import { getImport } from '~/modules/register/get-import.server'
import { mapImport } from '~/modules/register/map-import.server'
import { ImportSearch, MappingForm } from '~/modules/register/schema'
import { takeImport } from '~/modules/register/take-import.server'
import { undoImport } from '~/modules/register/undo-import.server'
import { ImportParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  const { importId } = parseParams(params, ImportParams)
  const page = await answer(request, () => getImport({ actor, importId }))
  return { page, ...parseSearch(request, ImportSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  const { importId } = parseParams(params, ImportParams)
  const form = await readForm(request)
  const back = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  const intent = form.get('intent')
  if (intent === 'map')
    return handleFormData(request, form, MappingForm, async ({ listDay, ...columns }) => {
      await mapImport({ actor, importId, mapping: { listDay, columns } })
      return back(`${paths.deskImport({ importId })}#dry-run`)
    })
  if (intent !== 'take' && intent !== 'undo' && intent !== 'discard')
    throw new Response(null, { status: 400 })
  return handleFormData(request, form, z.object({}), async () => {
    if (intent === 'take') await takeImport({ actor, importId })
    else if (intent === 'undo') await undoImport({ actor, importId })
    else await discardImport({ actor, importId })
    if (intent === 'discard') return back(paths.deskImports({ said: 'discarded' }))
    return back(paths.deskImport({ importId }, { said: intent === 'take' ? 'taken' : 'undone' }))
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('register.title'))

export default function DeskImport() {
  const { page, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const { draft, householdCount, memberCount } = page
  return (
    <>
      <header className="desk-head">
        <h1>{page.fileName}</h1>
        <p>{draft ? t('register.rowCount', { count: draft.rowCount }) : t(`register.state_${page.state}`)}</p>
      </header>
      <Refusal text={refusalText(t, failure, failure?.intent === 'map')} />
      {said === page.state && !failure ? (
        <Banner tone="done" role="status">
          {said === 'taken'
            ? t('register.taken', { households: householdCount, members: memberCount })
            : t('register.undone')}
        </Banner>
      ) : null}
      {draft ? (
        <>
          <MappingFields draft={draft} failure={failure?.intent === 'map' ? failure : null} />
          {draft.dryRun ? <DryRun importId={page.id} dryRun={draft.dryRun} /> : null}
        </>
      ) : (
        <TakenImport page={page} />
      )}
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskImports())}>
          {t('register.toImports')}
        </a>
      </p>
    </>
  )
}
