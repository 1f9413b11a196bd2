import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { otherCauses } from '~/modules/households/schema'
import { NewHouseholdForm } from '~/modules/register/components/new-household-form'
import { getNewHousehold } from '~/modules/register/get-new-household.server'
import { memberField, NewHouseholdForm as NewHouseholdSchema } from '~/modules/register/new-household'
import type { RowFault } from '~/modules/register/read-rows'
import { registerHousehold, type There } from '~/modules/register/register-household.server'
import { paths } from '~/paths'
import { answer, type FormFailure, formFailure, handleFormData, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  return { page: await answer(request, () => getNewHousehold({ actor })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  const form = await readForm(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  return handleFormData(request, form, NewHouseholdSchema, async (input) => {
    const done = await registerHousehold({ actor, ...input, otherCauses: otherCauses(form) })
    if ('householdId' in done)
      return redirect(
        localPath(locale, paths.deskHousehold({ householdId: done.householdId }, { said: 'registered' })),
        303,
      )
    const errors: Record<string, string> = {}
    for (const fault of done.faults) errors[nameOf(fault)] ??= t(fault.key, fault.params)
    const formError = t('errors.checkFields', { count: Object.keys(errors).length })
    return json({ ...formFailure(form, errors, formError), there: done.there }, 409)
  })
}

type Refused = FormFailure & { there?: There | null }

/** The field of the form beside which a fault is said. */
function nameOf({ row, field }: RowFault): string {
  return field === 'name' || field === 'relation' || field === 'idNumber'
    ? memberField(row - 1, field)
    : field
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('register.newTitle'))

export default function DeskNewHousehold() {
  const { page } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure: Refused | null = answered && 'errors' in answered ? answered : null
  const there = failure?.there
  return (
    <>
      <header className="desk-head">
        <h1>{t('register.newTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {there ? (
        <Banner tone="info">
          <a className="link" href={href(paths.deskHousehold({ householdId: there.householdId }))}>
            {t('register.openThere', { code: there.code })}
          </a>
        </Banner>
      ) : null}
      <p className="quiet pb-3">
        {t('register.newLead')}{' '}
        <a className="link" href={href(paths.deskImports())}>
          {t('register.toImports')}
        </a>
      </p>
      <NewHouseholdForm page={page} failure={failure} />
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskHouseholds())}>
          {t('household.title')}
        </a>
      </p>
    </>
  )
}
