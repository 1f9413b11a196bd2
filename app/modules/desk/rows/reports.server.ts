import { findWork } from '~/modules/claims/find-work.server'
import { findReports } from '~/modules/reports/find-reports.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { mostOfAKind, type RowKind } from './today-row'

/** Reports from outside that nobody has closed. */
export const reports: RowKind = {
  needs: 'report:handle',
  find: async ({ actor, locale, t }) => {
    const open = (await findReports({ actor, locale })).open.rows.slice(0, mostOfAKind)
    const { claims } = await findWork({ actor, queue: 'report', subjectIds: open.map(({ id }) => id) })
    return open.map(({ id, number, kind, seller, place, ageDays, isLate, takenBy }) => ({
      key: id,
      matter: t('today.matterReport'),
      tone: isLate ? 'late' : 'waiting',
      title: t(`reports.kind_${kind}`),
      href: localPath(locale, paths.deskReport({ reportId: id })),
      detail: takenBy ? t('today.reportWith', { number, name: takenBy }) : number,
      who: seller,
      where: place,
      waitedHours: ageDays * 24,
      isLate,
      claim: claims[id] ?? null,
      act: t('desk.look'),
    }))
  },
}
