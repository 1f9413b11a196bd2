import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ClockPanel } from '~/modules/clock/components/clock-panel'
import { findClock } from '~/modules/clock/find-clock.server'
import { moveClock } from '~/modules/clock/move-clock.server'
import { MoveClock } from '~/modules/clock/schema'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { env } from '~/platform/env.server'
import { handleForm } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'admin:use')
  if (env.APP_MODE !== 'demo') return { clock: null }
  const { now, aheadSeconds } = await findClock()
  return {
    clock: {
      now: formatInstant(requestLocale(request), now),
      aheadDays: Math.round(aheadSeconds / (24 * 60 * 60)),
      receivedAfterDays: await readSetting('orders.receivedAfterDays'),
    },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'clock:move')
  return handleForm(request, MoveClock, async ({ days }) => {
    await moveClock({ actor, days })
    return json({ movedDays: days })
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('account.adminTitle'))

export default function AdminHome() {
  const { clock } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const movedDays = said && 'movedDays' in said ? said.movedDays : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('account.adminTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, clock !== null)} />
      <p>
        <a className="link link-line" href={href(paths.adminUsers())}>
          {t('roles.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminRegions())}>
          {t('places.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminCodes())}>
          {t('codes.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminHome())}>
          {t('home.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminSettlement())}>
          {t('payout.arrangementTitle')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminCommission())}>
          {t('commission.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminPostage())}>
          {t('abroad.adminTitle')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminCustoms())}>
          {t('abroad.rulesTitle')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminPromotions())}>
          {t('promotion.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminRates())}>
          {t('rates.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminDocuments())}>
          {t('documents.publishTitle')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminSettings())}>
          {t('settings.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminPlatformReport())}>
          {t('platformReport.title')}
        </a>
      </p>
      <p>
        <a className="link link-line" href={href(paths.adminIncident())}>
          {t('incident.title')}
        </a>
      </p>
      {clock ? <ClockPanel {...clock} movedDays={movedDays} /> : <p>{t('account.adminNothing')}</p>}
    </>
  )
}
