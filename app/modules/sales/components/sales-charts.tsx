import { formatCount, formatMonth, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { BarsChart } from '~/ui/bars-chart'
import { ThreadChart } from '~/ui/thread-chart'
import type { SalesPage } from '../find-sales.server'
import { groupName } from '../group-names'

/** from so many yuan on, bars are labelled in thousands */
const thousandsFrom = 100_000

/** The goods of thirteen months, in yuan or thousands: the table beside it is exact. */
export function MonthsChart({ page }: { page: SalesPage }) {
  const { t, locale } = useTranslator()
  const inThousands = Math.max(...page.months.map(({ goodsFen }) => goodsFen / 100)) >= thousandsFrom
  const written = (yuan: number) => formatCount(Math.round(inThousands ? yuan / 1000 : yuan))
  const [first] = page.months
  const unit = t(inThousands ? 'sales.monthsThousand' : 'sales.monthsYuan')
  const months = {
    from: formatMonth(locale, first?.month ?? page.month),
    to: formatMonth(locale, page.month),
  }
  return (
    <BarsChart
      id="months"
      title={t('sales.monthsIn', { unit })}
      text={t('sales.monthsText', months)}
      note={page.isRunning ? t('sales.stitched') : undefined}
      grid={(value) => formatCount(inThousands ? value / 1000 : value)}
      bars={page.months.map(({ month, goodsFen }) => ({
        key: month,
        label: month.endsWith('-01-01') ? month.slice(0, 4) : String(Number(month.slice(5, 7))),
        figure: goodsFen === 0 ? '' : written(goodsFen / 100),
        value: goodsFen / 100,
        isOpen: month >= page.latest,
      }))}
    />
  )
}

/** The crafts of the month as threads. */
export function CraftChart({ page }: { page: SalesPage }) {
  const { t } = useTranslator()
  return (
    <ThreadChart
      id="crafts"
      title={t('sales.byCraft')}
      text={t('sales.craftText')}
      threads={page.groups.craft.map((group) => ({
        key: group.key,
        name: groupName(t, 'craft', group),
        figure: formatYuan(group.goodsFen),
        value: group.goodsFen,
      }))}
    />
  )
}
