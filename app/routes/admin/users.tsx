import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { StaffTable } from '~/modules/roles/components/staff-table'
import { findStaff, findUserByPhone } from '~/modules/roles/find-staff.server'
import { FindForm, UsersSearch } from '~/modules/roles/schema'
import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'role:grant')
  const { name } = parseSearch(request, UsersSearch)
  return { rows: await findStaff({ name }), name }
}

/** A number never stands in an address: it is sent, and answered by the address of the one whose it is. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'role:grant')
  return handleForm(request, FindForm, async ({ phone }) => {
    const userId = await findUserByPhone({ actor, phone })
    return redirect(localPath(requestLocale(request), paths.adminUser({ userId })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('roles.title'))

export default function AdminUsers() {
  const { rows, name } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('roles.title')}</h1>
        <p>{t('roles.lead')}</p>
      </header>
      <Refusal text={refusalText(t, failure)} />
      <section className="desk-section">
        <h2>{t('roles.staff')}</h2>
        <form method="get" className="decide">
          <Field id="name" name="name" label={t('roles.name')} defaultValue={name} maxLength={40} />
          <div className="decide-acts">
            <Button kind="line">{t('roles.find')}</Button>
          </div>
        </form>
        {rows.length === 0 ? <p className="quiet">{t('roles.none')}</p> : <StaffTable rows={rows} />}
      </section>
      <DecideForm title={t('roles.findNumber')} act={t('roles.find')}>
        <Field
          id="phone"
          label={t('roles.phone')}
          {...fieldOf(failure, 'phone')}
          inputMode="tel"
          autoComplete="off"
          figures
          required
        />
      </DecideForm>
    </>
  )
}
