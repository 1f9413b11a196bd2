import { findReturnMonths } from '~/modules/returns/find-return-months.server'
import { paths } from '~/paths'
import { startOf } from '~/platform/calendar'
import { formatMonth } from '~/platform/i18n/format'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, type RowKind } from './today-row'

/** By the fifth the level above adds up. */
const urgentHours = 5 * 24

/** The return of the month that ended last, as long as her place has not confirmed it; a province reports to nobody here. */
export const returnDue: RowKind = {
  needs: 'return:confirm',
  queue: null,
  find: async ({ actor, locale, t, now }) => {
    if (!actor.regionId) return []
    const { place, months } = await findReturnMonths({ actor })
    const [running, ended] = months
    if (!running || !ended || ended.version > 0 || place.length < 4) return []
    const waitedHours = hoursSince(now, startOf(running.month))
    return [
      {
        key: `${place}-${ended.month}`,
        matter: t('today.matterReturn'),
        tone: 'hers',
        title: t('today.returnOf', { month: formatMonth(locale, ended.month) }),
        href: localPath(locale, paths.deskReturn({ month: ended.month.slice(0, 7), place })),
        detail:
          ended.below === 0 ? null : t('today.returnBelow', { reported: ended.reported, below: ended.below }),
        who: null,
        where: null,
        waitedHours,
        isLate: waitedHours >= urgentHours,
        act: t('today.actReturn'),
      },
    ]
  },
}
