import type { Translate } from '~/platform/i18n/translate'

/** A licence as it is told: its code, that she declared to need none, or that neither is known here. */
export function licenceText(
  t: Translate,
  licence: { code: string | null; isDeclaredExempt: boolean } | null | undefined,
): string {
  if (licence?.code) return licence.code
  return t(licence?.isDeclaredExempt ? 'platformReport.exempt' : 'platformReport.numberUnknown')
}
