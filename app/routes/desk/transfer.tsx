import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import {
  RecordForm as RecordFields,
  RefuseForm as RefuseFields,
} from '~/modules/transfers/components/record-forms'
import { SlipList } from '~/modules/transfers/components/slip-list'
import { Arrivals, Refunds } from '~/modules/transfers/components/transfer-money'
import { refuseSlip } from '~/modules/transfers/decide-slip.server'
import { getTransfer } from '~/modules/transfers/get-transfer.server'
import { recordTransfer } from '~/modules/transfers/record-transfer.server'
import { BackForm, RecordForm, RefuseForm, TransferSearch } from '~/modules/transfers/schema'
import { sendBack } from '~/modules/transfers/send-back.server'
import { paths, TransferParams } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { formatInstant, formatMoney } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Folded } from '~/ui/decide-form'
import { Refusal } from '~/ui/refusal'
import { SpecList } from '~/ui/spec-list'
import { Unbroken } from '~/ui/unbroken'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'transfer:settle')
  const { paymentId } = parseParams(params, TransferParams)
  const transfer = await answer(request, () => getTransfer(paymentId))
  return { transfer, ...parseSearch(request, TransferSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'transfer:settle')
  const { paymentId } = parseParams(params, TransferParams)
  const form = await readForm(request)
  const said = (said: string) =>
    redirect(localPath(requestLocale(request), paths.deskTransfer({ paymentId }, { said })), 303)
  switch (form.get('intent')) {
    case 'record':
      return handleFormData(request, form, RecordForm, async ({ amount, ...input }) =>
        said(await recordTransfer({ actor, paymentId, amountFen: amount, ...input })),
      )
    case 'refuse':
      return handleFormData(request, form, RefuseForm, async (input) => {
        await refuseSlip({ actor, paymentId, ...input })
        return said('refused')
      })
    case 'back':
      return handleFormData(request, form, BackForm, async ({ arrivalId }) => {
        await sendBack({ actor, paymentId: arrivalId })
        return said('back')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? t('transfer.deskOf', { number: data.transfer.number }) : t('transfer.deskTitle'),
  )

export default function DeskTransfer() {
  const { transfer, said } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const failure = answered && 'errors' in answered ? answered : null
  const waiting = transfer.slips.find(({ state }) => state === 'submitted')
  return (
    <>
      <header className="desk-head">
        <h1>
          <Unbroken text={t('transfer.deskOf', { number: transfer.number })} />
        </h1>
        <p>
          <a className="link" href={href(paths.deskTransfers())}>
            {t('transfer.deskTitle')}
          </a>
        </p>
      </header>
      <Refusal text={refusalText(t, failure, failure?.intent !== 'refuse' || waiting !== undefined)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`transfer.said_${said}`)}
        </Banner>
      ) : null}
      <div className="duo">
        <div>
          <SpecList
            items={[
              { term: t('transfer.asked'), detail: formatMoney(locale, transfer.amountFen) },
              { term: t('transfer.orderState'), detail: t(`transfer.order_${transfer.orderStatus}`) },
              { term: t('transfer.columnState'), detail: t(`transfer.payment_${transfer.state}`) },
              ...(transfer.orderStatus === 'pending_payment'
                ? [{ term: t('transfer.until'), detail: formatInstant(locale, new Date(transfer.payBy)) }]
                : []),
            ]}
          />
          {transfer.arrivals.length > 0 ? <Arrivals arrivals={transfer.arrivals} /> : null}
          {transfer.refunds.length > 0 ? <Refunds refunds={transfer.refunds} /> : null}
          <SlipList slips={transfer.slips} />
        </div>
        <div className="grid gap-4">
          {waiting || transfer.arrivals.length === 0 ? (
            <RecordFields transfer={transfer} failure={failure} />
          ) : (
            <Folded summary={t('transfer.recordMore')} isOpen={failure?.intent === 'record'}>
              <RecordFields transfer={transfer} failure={failure} />
            </Folded>
          )}
          {waiting ? <RefuseFields slipId={waiting.id} failure={failure} /> : null}
        </div>
      </div>
    </>
  )
}
