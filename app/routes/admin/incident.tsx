import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { askIncident } from '~/modules/incidents/ask-incident.server'
import { findLastMonth } from '~/modules/incidents/find-last-month.server'
import { recordKinds } from '~/modules/incidents/readings'
import { IncidentForm } from '~/modules/incidents/schema'
import { paths } from '~/paths'
import { handleForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'incident:export')
  return findLastMonth()
}

/** Leads to the file, which asks for a fresh code; in its address an id stands in place of a number. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'incident:export')
  return handleForm(request, IncidentForm, async (asked) => {
    const question = await askIncident(asked)
    return redirect(localPath(requestLocale(request), paths.adminIncidentFile(question)), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('incident.title'))

export default function AdminIncident() {
  const { today, monthAgo } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('incident.title')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      <p className="quiet">{t('incident.lead')}</p>
      <DecideForm act={t('incident.file')}>
        <div className="grid gap-x-4 md:grid-cols-2">
          <Field
            id="from"
            name="from"
            type="date"
            figures
            label={t('incident.from')}
            defaultValue={failure?.values.from ?? monthAgo}
            max={today}
            error={failure?.errors.from}
            required
          />
          <Field
            id="to"
            name="to"
            type="date"
            figures
            label={t('incident.to')}
            defaultValue={failure?.values.to ?? today}
            error={failure?.errors.to}
            required
          />
          <SelectField
            id="by"
            name="by"
            label={t('incident.by')}
            defaultValue={failure?.values.by ?? 'staff'}
            choices={(['staff', 'person', 'record'] as const).map((by) => ({
              value: by,
              text: t(`incident.by_${by}`),
            }))}
          />
          <Field
            id="phone"
            name="phone"
            figures
            inputMode="tel"
            autoComplete="off"
            label={t('incident.phone')}
            hint={t('incident.phoneHint')}
            defaultValue={failure?.values.phone}
            error={failure?.errors.phone}
          />
          <SelectField
            id="record"
            name="record"
            label={t('incident.record')}
            defaultValue={failure?.values.record ?? ''}
            choices={[
              { value: '', text: t('incident.recordNone') },
              ...recordKinds.map((kind) => ({ value: kind, text: t(`incident.kind_${kind}`) })),
            ]}
            error={failure?.errors.record}
          />
          <Field
            id="reason"
            name="reason"
            label={t('incident.reason')}
            defaultValue={failure?.values.reason}
            error={failure?.errors.reason}
            maxLength={300}
            required
          />
        </div>
        <p className="quiet pb-3">{t('incident.note')}</p>
      </DecideForm>
    </>
  )
}
