import type { Locale } from '~/platform/i18n/locale'
import type { PaidBy } from './promotion-view'

type Borne = {
  bearer: PaidBy['bearer']
  organisation: { nameZh: string; nameEn: string | null } | null
}

/** Who pays for a promotion, a sponsor's name in a language. */
export function paidByOf({ bearer, organisation }: Borne, locale: Locale): PaidBy {
  return {
    bearer,
    sponsor: organisation && ((locale === 'en' && organisation.nameEn) || organisation.nameZh),
  }
}
