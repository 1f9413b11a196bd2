import { formatCount, formatMonth, formatYuan } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { fewest } from '~/platform/small-cells'
import { figureNames, isMoney } from './figures'
import type { ReturnPage } from './get-return.server'
import { figureGroups, groupNames, toldFigures } from './small-rows'

/**
 * A confirmed return in one paragraph of plain official words, from the same figures as its file: it is made to be handed on, so that what is about few people is left out. Who did not report is named.
 */
export function returnText(t: Translate, locale: Locale, page: ReturnPage): string {
  const { rows, versions, version } = page
  const { total, isAnyHidden } = toldFigures(page)
  const words = Object.fromEntries(
    figureNames.map((name) => {
      const figure = total[name] ?? 0
      return [name, isMoney(name) ? formatYuan(figure) : formatCount(figure)]
    }),
  )
  const said = groupNames
    .filter((group) => figureGroups[group].every((name) => total[name] !== null))
    .map((group) => t(`returns.clause_${group}`, words))
  const sentences: string[] = []
  if (said.length > 0)
    sentences.push(
      t('returns.sentence', {
        month: formatMonth(locale, page.month),
        place: page.name,
        clauses: said.join(locale === 'en' ? '; ' : '；'),
      }),
    )
  if (isAnyHidden) sentences.push(t('returns.small', { fewest }))
  const silent = rows.filter(({ figures }) => figures === null).map(({ name }) => name)
  if (silent.length > 0) sentences.push(t('returns.sentenceMissing', { places: silent }))
  const reason = versions[0]?.reason
  if (reason) sentences.push(t('returns.sentenceAmended', { version, reason }))
  return sentences.join(locale === 'en' ? ' ' : '')
}
