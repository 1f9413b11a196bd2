import type { Translate } from '~/platform/i18n/translate'
import { addressFieldNames, type BeyondCode, type PasteOutcome } from './schema'

/** What is said after a text was read: all found, these not, nothing at all, or that it goes beyond the mainland. */
export function pastedText(t: Translate, outcome: PasteOutcome): string {
  if (typeof outcome === 'string') return t('address.pastedBeyond', { region: t(`address.beyond${outcome}`) })
  if (outcome.length === 0) return t('address.pastedAll')
  if (outcome.length === addressFieldNames.length) return t('address.pastedNone')
  const some = t('address.pastedSome', {
    missing: outcome.map((name) => t(`address.${name}`)).join(t('address.and')),
  })
  return outcome.includes('province') ? `${some} ${t('address.pastedPlace')}` : some
}

/** The way on for such an address. */
export function beyondText(t: Translate, region: BeyondCode): string {
  return t('address.sendBeyond', { region: t(`address.beyond${region}`) })
}
