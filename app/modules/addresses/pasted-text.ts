import type { Translate } from '~/platform/i18n/translate'
import { type AddressFieldName, addressFieldNames } from './schema'

/** What is said after a text was read: all found, these not, or nothing at all. */
export function pastedText(t: Translate, missing: readonly AddressFieldName[]): string {
  if (missing.length === 0) return t('address.pastedAll')
  if (missing.length === addressFieldNames.length) return t('address.pastedNone')
  const some = t('address.pastedSome', {
    missing: missing.map((name) => t(`address.${name}`)).join(t('address.and')),
  })
  return missing.includes('province') ? `${some} ${t('address.pastedPlace')}` : some
}
