import { formatDay } from '~/platform/i18n/format'
import { hanDay, hanNumber } from '~/platform/i18n/han-number'
import { useTranslator } from '~/platform/i18n/use-translator'
import { keepUnits } from '~/ui/unbroken'
import type { SolarTerm } from '../solar-term'
import { termTexts } from '../term-texts'

/** The solar term beside the first picture: its name, its number, its days. Vertical in Chinese, where numerals are Chinese too. */
export function SeasonLine({ term }: { term: SolarTerm }) {
  const { t, locale } = useTranslator()
  const isChinese = locale === 'zh-CN'
  return (
    <p className="opening-season">
      <b>{t(termTexts(term).name)}</b>
      <span>
        {keepUnits(
          t('shop.seasonLine', {
            number: isChinese ? hanNumber(term.number) : term.number,
            from: isChinese ? hanDay(term.from) : formatDay(locale, term.from),
            to: isChinese ? hanDay(term.to) : formatDay(locale, term.to),
          }),
        )}
      </span>
    </p>
  )
}
