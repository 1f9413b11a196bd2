import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { type FigureName, isMoney, type Figures as ReturnFigures } from '../figures'
import type { ReturnRowsPage } from '../find-return-rows.server'
import { type RowKind, rowFigures } from '../row-kinds'

/** What the rows of a page come to, and, where the return says otherwise, what it says. */
export function RowSums({ of, page }: { of: RowKind; page: Pick<ReturnRowsPage, 'sums' | 'reported'> }) {
  const { t, locale } = useTranslator()
  const say = (figures: ReturnFigures) =>
    rowFigures[of]
      .map((name) => `${t(`returns.figure_${name}`)} ${writeFigure(name, figures)}`)
      .join(locale === 'en' ? ', ' : '，')
  return (
    <>
      <p>{t('returns.rowsSum', { figures: say(page.sums) })}</p>
      {page.reported ? (
        <Banner tone="wait" role="status">
          {t('returns.rowsReported', {
            version: page.reported.version,
            figures: say(page.reported.figures),
          })}
        </Banner>
      ) : null}
    </>
  )
}

/** A count, or yuan, as its column says. */
export function writeFigure(name: FigureName, figures: ReturnFigures): string {
  return isMoney(name) ? formatYuan(figures[name]) : formatCount(figures[name])
}
