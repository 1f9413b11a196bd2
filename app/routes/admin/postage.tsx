import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InlandPostageForm, RateForm as RateFields } from '~/modules/abroad/components/postage-forms'
import { RateTable } from '~/modules/abroad/components/rate-table'
import { endPostageRate } from '~/modules/abroad/end-postage-rate.server'
import { findPostage } from '~/modules/abroad/find-postage.server'
import { wordOf } from '~/modules/abroad/problem-words'
import { EndRateForm, InlandForm, PostageSearch, RateForm } from '~/modules/abroad/schema'
import { setInlandPostage } from '~/modules/abroad/set-inland-postage.server'
import { setPostageRate } from '~/modules/abroad/set-postage-rate.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { addDays } from '~/platform/calendar'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'postage:set')
  const { said } = parseSearch(request, PostageSearch)
  const postage = await findPostage()
  return { ...postage, tomorrow: addDays(postage.today, 1), said }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'postage:set')
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminPostage({ said })), 303)
  switch (form.get('intent')) {
    case 'inland':
      return handleFormData(request, form, InlandForm, async (input) => {
        await setInlandPostage({ actor, ...input })
        return back('inland')
      })
    case 'rate':
      return handleFormData(request, form, RateForm, async (input) => {
        await setPostageRate({ actor, ...input })
        return back('rate')
      })
    case 'end':
      return handleFormData(request, form, EndRateForm, async (input) => {
        await endPostageRate({ actor, ...input })
        return back('ended')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('abroad.adminTitle'))

export default function AdminPostage() {
  const { inland, now, later, zones, tomorrow, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t, locale } = useTranslator()
  const of = (intent: string) => (failure?.intent === intent ? failure : null)
  const ofEnd = of('end')
  const isThere = ofEnd === null || now.some(({ id }) => id === ofEnd.values.rateId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('abroad.adminTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`abroad.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('abroad.adminLead')}</p>
      <section className="desk-section">
        <h2>{t('abroad.inlandTitle')}</h2>
        <ul>
          {inland.map(({ id, parcelFen, freeFromFen, from, until }) => (
            <li key={id} className="num">
              <b>{formatMoney(locale, parcelFen)}</b>
              {t('abroad.comma')}
              {freeFromFen === null
                ? t('abroad.neverFree')
                : t('abroad.freeAbove', { amount: formatMoney(locale, freeFromFen) })}{' '}
              <span className="quiet">
                {t('abroad.from')} {formatDay(locale, from, '')}{' '}
                {until ? t('abroad.until', { day: formatDay(locale, until, '') }) : null}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="desk-section">
        <h2>{t('abroad.abroadTitle')}</h2>
        {now.length === 0 ? (
          <p className="quiet">{t('abroad.abroadNone')}</p>
        ) : (
          <RateTable caption={t('abroad.abroadTitle')} rows={now} ending={{ tomorrow, failure: ofEnd }} />
        )}
        {zones.map(({ id, name, countries }) => (
          <p key={id} className="small quiet">
            <b>{wordOf(locale, name)}</b>{' '}
            {t('abroad.countries', {
              names: countries.map((country) => wordOf(locale, country)).join(t('abroad.comma')),
            })}
          </p>
        ))}
      </section>
      <section className="desk-section">
        <h2>{t('abroad.abroadLater')}</h2>
        {later.length === 0 ? (
          <p className="quiet">{t('abroad.laterNone')}</p>
        ) : (
          <RateTable caption={t('abroad.abroadLater')} rows={later} ending={null} />
        )}
      </section>
      <div className="duo duo-even">
        <InlandPostageForm tomorrow={tomorrow} failure={of('inland')} />
        <RateFields tomorrow={tomorrow} failure={of('rate')} zones={zones} />
      </div>
    </>
  )
}
