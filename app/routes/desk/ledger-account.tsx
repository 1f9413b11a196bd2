import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { accountName } from '~/modules/ledger/account-words'
import { EntriesTable } from '~/modules/ledger/components/entries-table'
import { getAccount } from '~/modules/ledger/get-account.server'
import { AccountSearch } from '~/modules/ledger/schema'
import { LedgerAccountParams, paths } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { formatYuan } from '~/platform/i18n/format'
import { localeOf } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'ledger:read')
  const { accountId } = parseParams(params, LedgerAccountParams)
  const { before } = parseSearch(request, AccountSearch)
  return answer(request, () => getAccount({ accountId, before }))
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? accountName(data, t, localeOf(location.pathname)) : t('ledger.title'),
  )

export default function DeskLedgerAccount() {
  const account = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const here = paths.deskLedgerAccount({ accountId: account.id })
  return (
    <>
      <header className="desk-head">
        <h1>{accountName(account, t, locale)}</h1>
        <p className="num">
          {account.currency} {formatYuan(account.balance)}
        </p>
      </header>
      <EntriesTable entries={account.entries} currency={account.currency} />
      <p className="desk-foot">
        {account.next ? (
          <a className="link link-line" href={`${href(here)}?before=${account.next}`}>
            {t('ledger.more')}
          </a>
        ) : null}{' '}
        <a className="link link-line" href={href(paths.deskLedger())}>
          {t('ledger.title')}
        </a>
      </p>
    </>
  )
}
