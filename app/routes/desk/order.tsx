import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RefundForm as RefundFields } from '~/modules/aftersales/components/refund-form'
import { RefundList } from '~/modules/aftersales/components/refund-list'
import { unsafeGetParcelRefunds } from '~/modules/aftersales/get-parcel-refunds.server'
import { markSentByBank, resendByBank } from '~/modules/aftersales/refund-by-bank.server'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import { RefundForm, RefundRowForm, SentByBankForm } from '~/modules/aftersales/schema'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths, StudioOrderParams } from '~/paths'
import { answer, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'
import { Unbroken } from '~/ui/unbroken'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'refund:order')
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  return answer(request, () => unsafeGetParcelRefunds(sellerOrderId))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'refund:order')
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  const form = await readForm(request)
  const back = () => redirect(localPath(requestLocale(request), paths.deskOrder({ sellerOrderId })), 303)
  switch (form.get('intent')) {
    case 'refund':
      return handleFormData(request, form, RefundForm, async (wanted) => {
        await refundParcel(actor, sellerOrderId, wanted)
        return back()
      })
    case 'sent':
      return handleFormData(request, form, SentByBankForm, async (input) => {
        await markSentByBank({ actor, ...input })
        return back()
      })
    case 'resend':
      return handleFormData(request, form, RefundRowForm, async ({ refundId }) => {
        await resendByBank({ actor, refundId })
        return back()
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? t('aftersales.deskTitle', { number: data.number }) : t('aftersales.deskDone'),
  )

export default function DeskOrder() {
  const parcel = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const cancelled = parcel.end?.cancelled ?? null
  const hasLeft = parcel.postageFen > 0 || parcel.lines.some(({ leftFen }) => leftFen > 0)
  return (
    <>
      <header className="desk-head">
        <h1>
          <Unbroken text={t('aftersales.deskTitle', { number: parcel.number })} />
        </h1>
        <p>{locale === 'en' ? parcel.sellerEn : parcel.sellerZh}</p>
      </header>
      <Refusal text={refusalText(t, failure, hasLeft)} />
      {parcel.byBank ? <Banner tone="wait">{t('aftersales.deskByBank')}</Banner> : null}
      {!parcel.byBank && parcel.until ? (
        <p>{t('aftersales.deskUntil', { time: formatInstant(locale, new Date(parcel.until)) })}</p>
      ) : null}
      {cancelled ? (
        <p>
          {t(`aftersales.deskEndedBy_${cancelled.by}`)} · {formatInstant(locale, new Date(cancelled.at))}
          {cancelled.note ? ` · ${t('aftersales.words', { note: cancelled.note })}` : null}
        </p>
      ) : null}
      <div className="duo">
        {hasLeft ? (
          <RefundFields parcel={parcel} failure={failure?.intent === 'refund' ? failure : null} />
        ) : (
          <p>{t('aftersales.deskNothingLeft')}</p>
        )}
        <RefundList refunds={parcel.end?.refunds ?? []} today={parcel.today} failure={failure} />
      </div>
    </>
  )
}
