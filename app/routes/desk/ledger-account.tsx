import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AccountName } from '~/modules/ledger/components/account-name'
import { EntriesTable } from '~/modules/ledger/components/entries-table'
import { getAccount } from '~/modules/ledger/get-account.server'
import { AccountSearch } from '~/modules/ledger/schema'
import { LedgerAccountParams, paths } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'ledger:read')
  const { accountId } = parseParams(params, LedgerAccountParams)
  const { before } = parseSearch(request, AccountSearch)
  return answer(request, () => getAccount({ accountId, before }))
}

export default function DeskLedgerAccount() {
  const account = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const here = paths.deskLedgerAccount({ accountId: account.id })
  return (
    <>
      <header className="desk-head">
        <h1>
          <AccountName {...account} />
        </h1>
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
