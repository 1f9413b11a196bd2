import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeAlert } from '~/modules/alerts/close-alert.server'
import { ClosedAlerts, OpenAlerts } from '~/modules/alerts/components/alert-tables'
import { findAlerts } from '~/modules/alerts/find-alerts.server'
import { AlertsSearch, CloseForm } from '~/modules/alerts/schema'
import { findActors } from '~/modules/auth/find-actor.server'
import { allows } from '~/modules/auth/permissions'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'alert:read')
  const actors = await findActors(request)
  return {
    ...(await findAlerts({ actors })),
    opensShops: actors.some(({ role }) => allows(role, 'seller:read')),
    ...parseSearch(request, AlertsSearch),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'alert:read')
  return handleForm(request, CloseForm, async (input) => {
    await closeAlert({ actors: [actor, ...(await findActors(request))], ...input })
    return redirect(localPath(requestLocale(request), paths.deskAlerts({ said: 'closed' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('alert.title'))

export default function DeskAlerts() {
  const { open, openCount, closed, opensShops, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslator()
  const alertId = failure?.values.alertId ?? ''
  const isThere = open.some(({ id }) => id === alertId)
  const error = failure?.errors.note
  return (
    <>
      <header className="desk-head">
        <h1>{t('alert.title')}</h1>
        <p>{openCount > 0 ? t('alert.openCount', { count: openCount }) : null}</p>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t('alert.said_closed')}
        </Banner>
      ) : null}
      <section className="desk-section">
        <h2>{t('alert.open')}</h2>
        {open.length === 0 ? (
          <p className="quiet">{t('alert.nothing')}</p>
        ) : (
          <OpenAlerts
            rows={open}
            opensShops={opensShops}
            failure={error ? { alertId, error, typed: failure?.values.note ?? '' } : null}
          />
        )}
      </section>
      {closed.length > 0 ? (
        <section className="desk-section">
          <h2>{t('alert.closed')}</h2>
          <ClosedAlerts rows={closed} opensShops={opensShops} />
        </section>
      ) : null}
    </>
  )
}
