import type { Translate } from '~/platform/i18n/translate'
import type { AddressFieldName } from './schema'

/** What is said after a text was read: all found, these not, or no place at all. */
export function pastedText(t: Translate, missing: readonly AddressFieldName[]): string {
  if (missing.length === 0) return t('address.pastedAll')
  if (missing.includes('province')) return t('address.pastedNone')
  return t('address.pastedSome', {
    missing: missing.map((name) => t(`address.${name}`)).join(t('address.and')),
  })
}
