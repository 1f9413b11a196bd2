import { countReports, findOpenReports } from '~/modules/reports/find-reports.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { mostOfAKind, type RowKind } from './today-row'

/** Reports from outside that nobody has closed. */
export const reports: RowKind = {
  needs: 'report:handle',
  queue: 'report',
  waits: countReports,
  find: async ({ actor, locale, t }) => {
    const open = (await findOpenReports({ actor, locale })).rows.slice(0, mostOfAKind)
    return open.map(({ id, number, kind, seller, isAboutBuyer, place, ageDays, isLate, takenBy }) => ({
      key: id,
      matter: t('today.matterReport'),
      tone: isLate ? 'late' : 'waiting',
      title: t(`reports.kind_${kind}`),
      href: localPath(locale, paths.deskReport({ reportId: id })),
      detail: takenBy ? t('today.reportWith', { number, name: takenBy }) : number,
      who: isAboutBuyer ? t('reports.aBuyer') : seller,
      where: place,
      waitedHours: ageDays * 24,
      isLate,
      act: t('desk.look'),
    }))
  },
}
