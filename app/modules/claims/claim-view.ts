import type { Translate } from '~/platform/i18n/translate'

/** Who is on a piece of work now. */
export type ClaimView = {
  /** null when she has none */
  name: string | null
  isMine: boolean
  /** at least one */
  minutesLeft: number
  /** the colleague who gave it to her */
  givenBy: string | null
  /** a colleague has it from her, who may take it back */
  isFromMe: boolean
}

/** Minutes below two hours, hours from then on. */
function leftText(t: Translate, minutes: number): string {
  return minutes < 120
    ? t('claims.minutes', { count: minutes })
    : t('claims.hours', { count: Math.round(minutes / 60) })
}

/** "李某在看，还有 12 分钟". */
export function claimText(t: Translate, { name, isMine, minutesLeft, givenBy }: ClaimView): string {
  const left = leftText(t, minutesLeft)
  const text = isMine
    ? t('claims.mine', { left })
    : name
      ? t('claims.onIt', { name, left })
      : t('claims.onItNameless', { left })
  return givenBy ? `${text} · ${t('claims.given', { name: givenBy })}` : text
}
