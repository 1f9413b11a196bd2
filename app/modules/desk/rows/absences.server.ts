import { findAbsencesToApprove } from '~/modules/handovers/find-absence.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, type RowKind } from './today-row'

/** Handovers without their owner's word that wait for the city. */
export const absences: RowKind = {
  needs: 'application:judge',
  queue: null,
  find: async ({ actor, locale, t, now }) =>
    (await findAbsencesToApprove({ actor })).map(({ handoverId, sellerId, nameZh, nameEn, proposedAt }) => ({
      key: handoverId,
      matter: t('absence.matter'),
      tone: 'hers',
      title: locale === 'en' ? nameEn : nameZh,
      href: localPath(locale, paths.deskAbsence({ sellerId })),
      detail: null,
      who: null,
      where: null,
      waitedHours: hoursSince(now, proposedAt),
      isLate: false,
      act: t('desk.look'),
    })),
}
