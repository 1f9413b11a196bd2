import type { Translate } from '~/platform/i18n/translate'
import { carriers } from './schema'

/** A carrier's name in words; an unknown code as it stands. */
export function carrierName(code: string, t: Translate): string {
  const known = carriers.find((carrier) => carrier === code)
  return known ? t(`order.carrier_${known}`) : code
}
