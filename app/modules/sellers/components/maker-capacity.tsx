import { formatDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { RailSection } from '~/ui/rail-section'
import { WeekBeads } from '~/ui/week-beads'
import type { MakerWeek } from '../maker-page-view'

/** How much she can still make to order in the coming weeks: a filled bead is promised, a hollow one free. */
export function MakerCapacity({ weeks }: { weeks: readonly MakerWeek[] }) {
  const { t, locale } = useTranslator()
  const [first] = weeks
  if (!first) return null
  const named = weeks.map((week, index) => ({
    ...week,
    name: weekName(week, index, t, locale),
    free: week.of - week.taken,
  }))
  const free = named.reduce((pieces, week) => pieces + week.free, 0)
  const soonest = named.find((week) => week.free > 0)
  return (
    <RailSection title={t('shop.capacityTitle')}>
      <div className="capacity">
        <p className="lead">
          {soonest ? t('shop.capacityLead', { count: free, week: soonest.name }) : t('shop.capacityFull')}
        </p>
        <WeekBeads
          label={t('shop.weeksLabel', { of: first.of })}
          weeks={named.map(({ name, taken, of, free: open }) => ({
            name,
            taken,
            of,
            text: open > 0 ? t('shop.weekFree', { count: open }) : t('shop.weekFull'),
          }))}
        />
      </div>
    </RailSection>
  )
}

function weekName(week: MakerWeek, index: number, t: Translate, locale: Locale): string {
  if (index === 0) return t('shop.weekThis')
  return index === 1 ? t('shop.weekNext') : t('shop.weekFrom', { day: formatDay(locale, week.from) })
}
