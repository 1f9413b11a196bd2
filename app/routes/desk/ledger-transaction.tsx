import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { whatOf } from '~/modules/ledger/account-words'
import { LegsTable } from '~/modules/ledger/components/legs-table'
import { getTransaction } from '~/modules/ledger/get-transaction.server'
import { LedgerTransactionParams, paths } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Unbroken } from '~/ui/unbroken'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'ledger:read')
  const { transactionId } = parseParams(params, LedgerTransactionParams)
  return answer(request, () => getTransaction({ transactionId }))
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) => (data ? whatOf(data.kind, t) : t('ledger.title')))

export default function DeskLedgerTransaction() {
  const posting = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{whatOf(posting.kind, t)}</h1>
        <p className="num">{formatInstant(locale, new Date(posting.at))}</p>
      </header>
      <p className="quiet num">
        {posting.orderNumber ? (
          <Unbroken text={`${t('ledger.columnOrder')} ${posting.orderNumber} · `} />
        ) : null}
        {t('ledger.reference')} {posting.reference}
      </p>
      <p className="quiet">{t('ledger.legsText')}</p>
      <LegsTable legs={posting.legs} />
      {posting.sellerOrderId ? (
        <p>
          <a
            className="link link-line"
            href={href(paths.deskOrder({ sellerOrderId: posting.sellerOrderId }))}
          >
            {t('aftersales.deskLink')}
          </a>
        </p>
      ) : null}
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskLedger())}>
          {t('ledger.title')}
        </a>
      </p>
    </>
  )
}
