import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ClosedDisputes, OpenDisputes } from '~/modules/disputes/components/dispute-tables'
import { findDisputes } from '~/modules/disputes/find-disputes.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'dispute:answer')
  return findDisputes()
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('dispute.title'))

export default function DeskDisputes() {
  const { open, closed } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  const waiting = open.filter(({ state }) => state === 'needs_response').length
  return (
    <>
      <header className="desk-head">
        <h1>{t('dispute.title')}</h1>
        <p>{waiting > 0 ? t('dispute.waiting', { count: waiting }) : null}</p>
      </header>
      <p className="quiet">{t('dispute.lead')}</p>
      <section className="desk-section">
        <h2>{t('dispute.open')}</h2>
        {open.length === 0 ? <p className="quiet">{t('dispute.nothing')}</p> : <OpenDisputes rows={open} />}
      </section>
      {closed.length > 0 ? (
        <section className="desk-section">
          <h2>{t('dispute.closed')}</h2>
          <ClosedDisputes rows={closed} />
        </section>
      ) : null}
    </>
  )
}
