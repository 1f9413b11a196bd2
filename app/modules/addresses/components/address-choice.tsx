import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { PersonName } from '~/ui/person-name'
import type { AddressView } from '../address-view'

/** Her saved addresses inside the checkout's form: each button sends the whole form, so that what was typed elsewhere goes along. */
export function AddressChoice({ book }: { book: readonly AddressView[] }) {
  const { t } = useTranslator()
  if (book.length === 0) return null
  return (
    <details className="mb-5 border-y border-line">
      <summary className="min-h-[3.25rem] cursor-pointer py-3">
        {t('address.choose', { count: book.length })}
      </summary>
      <ul>
        {book.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-t border-line py-3"
          >
            <AddressWords address={one} />
            <Button
              size={44}
              name="fill"
              value={one.id}
              formNoValidate
              aria-label={t('address.useThis', { who: `${one.name} ${one.text}` })}
            >
              {t('address.use')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who and where, as lists show it. */
export function AddressWords({ address }: { address: AddressView }) {
  const { t } = useTranslator()
  return (
    <p className="min-w-0 flex-1 basis-48">
      <b>
        <PersonName name={address.name} />
      </b>{' '}
      <span className="num nowrap">{address.phone}</span>{' '}
      {address.isDefault ? <Badge tone="done">{t('address.isDefault')}</Badge> : null}
      <br />
      <span lang={address.country === 'CN' ? 'zh-CN' : undefined}>{address.text}</span>
    </p>
  )
}
