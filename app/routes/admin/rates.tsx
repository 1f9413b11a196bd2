import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findClock } from '~/modules/clock/find-clock.server'
import { RateFields } from '~/modules/rates/components/rate-fields'
import { rateDays } from '~/modules/rates/currencies'
import { findRates } from '~/modules/rates/find-rate.server'
import { recordRates } from '~/modules/rates/record-rates.server'
import { RatesForm, RatesSearch } from '~/modules/rates/schema'
import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'rate:record')
  const [{ now }, rates] = await Promise.all([findClock(), findRates()])
  return { rates, today: dayOf(now), ...parseSearch(request, RatesSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'rate:record')
  return handleForm(request, RatesForm, async (input) => {
    await recordRates({ actor, ...input })
    return redirect(localPath(requestLocale(request), `${paths.adminRates()}?said=saved`), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('rates.title'))

export default function AdminRates() {
  const { rates, today, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('rates.title')}</h1>
        <p>{t('rates.lead', { days: rateDays })}</p>
      </header>
      <Refusal text={refusalText(t, failure, true)} />
      {said === 'saved' && !failure ? (
        <Banner tone="done" role="status" className="mb-3">
          {t('rates.saved')}
        </Banner>
      ) : null}
      <RateFields rates={rates} today={today} failure={failure} />
    </>
  )
}
