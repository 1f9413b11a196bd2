import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import type { AddressView } from '../address-view'
import { AddressWords } from './address-choice'

/** Her address book: each address can be changed, made the default and deleted. */
export function AddressList({ book }: { book: readonly AddressView[] }) {
  return (
    <ul className="max-w-[48rem] border-b border-line">
      {book.map((one) => (
        <AddressRow key={one.id} address={one} />
      ))}
    </ul>
  )
}

function AddressRow({ address }: { address: AddressView }) {
  const { t, href } = useTranslator()
  const who = `${address.name} ${address.text}`
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2 border-t border-line py-4">
      <AddressWords address={address} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink
          size={44}
          href={href(paths.accountAddress({ addressId: address.id }))}
          aria-label={t('address.editThis', { who })}
        >
          {t('address.edit')}
        </ButtonLink>
        {address.isDefault ? null : (
          <RowAct
            address={address}
            intent="default"
            name={t('address.makeDefault')}
            label={t('address.makeDefaultThis', { who })}
          />
        )}
        <RowAct
          address={address}
          intent="delete"
          name={t('address.remove')}
          label={t('address.removeThis', { who })}
        />
      </div>
    </li>
  )
}

type RowActProps = { address: AddressView; intent: 'default' | 'delete'; name: string; label: string }

function RowAct({ address, intent, name, label }: RowActProps) {
  return (
    <form method="post">
      <input type="hidden" name="addressId" value={address.id} />
      <Button kind="text" size={44} name="intent" value={intent} aria-label={label}>
        {name}
      </Button>
    </form>
  )
}
