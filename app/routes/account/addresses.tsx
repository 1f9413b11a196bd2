import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AddressList } from '~/modules/addresses/components/address-list'
import { deleteAddress } from '~/modules/addresses/delete-address.server'
import { findAddresses } from '~/modules/addresses/find-addresses.server'
import { AddressActForm, AddressesSearch, bookSize } from '~/modules/addresses/schema'
import { setDefaultAddress } from '~/modules/addresses/set-default-address.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const book = await findAddresses({ actor })
  return json(
    { book, ...parseSearch(request, AddressesSearch) },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  return handleForm(request, AddressActForm, async ({ intent, addressId }) => {
    const act = intent === 'delete' ? deleteAddress : setDefaultAddress
    await act({ actor, addressId })
    const done = intent === 'delete' ? 'removed' : 'default'
    return redirect(localPath(requestLocale(request), `${paths.accountAddresses()}?done=${done}`), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('address.title'))

const said: Record<'saved' | 'removed' | 'default', MessageKey> = {
  saved: 'address.saved',
  removed: 'address.removed',
  default: 'address.defaultSet',
}

export default function Addresses() {
  const { book, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = answered && 'errors' in answered ? answered : null
  const add = { href: href(paths.accountAddress({ addressId: 'new' })), text: t('address.add') }
  return (
    <div className="wrap pb-12">
      <header className="page-head">
        <h1>{t('address.title')}</h1>
        <p className="quiet">{t('address.lead', { most: bookSize })}</p>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {done && !failure ? (
        <Banner tone="done" role="status" className="mb-5">
          {t(said[done])}
        </Banner>
      ) : null}
      {book.length === 0 ? (
        <EmptyState title={t('address.empty')} text={t('address.emptyText')} action={add} />
      ) : (
        <>
          <AddressList book={book} />
          <div className="mt-6">
            {book.length < bookSize ? (
              <ButtonLink href={add.href}>{add.text}</ButtonLink>
            ) : (
              <p>{t('address.full', { most: bookSize })}</p>
            )}
          </div>
        </>
      )}
    </div>
  )
}
