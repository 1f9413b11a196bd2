import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ArrangementForm } from '~/modules/payouts/components/arrangement-form'
import { findArrangement } from '~/modules/payouts/find-arrangement.server'
import { recordArrangement } from '~/modules/payouts/record-arrangement.server'
import { ArrangementForm as Fields } from '~/modules/payouts/schema'
import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { handleForm } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'admin:use')
  const recorded = await findArrangement()
  return { recorded: recorded && { ...recorded, recordedOn: dayOf(recorded.recordedAt) } }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'arrangement:record')
  return handleForm(request, Fields, async (input) => {
    await recordArrangement({ actor, ...input })
    return redirect(localPath(requestLocale(request), paths.adminSettlement()), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('payout.arrangementTitle'))

export default function AdminSettlement() {
  const { recorded } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('payout.arrangementTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {recorded ? (
        <Banner tone="done">
          {t('payout.arrangementNow', {
            what: t(`payout.arrangement_${recorded.arrangement}`),
            day: formatDay(locale, recorded.recordedOn, ''),
            dated: formatDay(locale, recorded.dated, ''),
            evidence: recorded.evidence,
          })}
        </Banner>
      ) : (
        <Banner tone="wait">{t('payout.arrangementNone')}</Banner>
      )}
      <p className="quiet">{t('payout.arrangementLead')}</p>
      <ArrangementForm failure={failure} />
    </>
  )
}
